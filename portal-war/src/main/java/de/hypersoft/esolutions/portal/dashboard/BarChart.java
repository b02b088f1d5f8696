package de.hypersoft.esolutions.portal.dashboard;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the bars of a chart stand, in units of a picture {@link #WIDTH} wide and {@link #HEIGHT} high. Every third label
 * is shown when there are many.
 *
 * @param top the figure at the upper line; a round number at or above the highest
 */
public record BarChart(List<Bar> bars, long top) {

    public static final int WIDTH = 3_600;
    public static final int HEIGHT = 1_760;

    /** Of the line on which the bars stand; the upper line is {@link #CEILING}. */
    public static final int FLOOR = 1_480;

    public static final int CEILING = 160;

    private static final int MANY = 10;
    private static final int WIDEST_GAP = 100;

    /**
     * @param height from the floor up; {@code behind} that of the bar behind it
     * @param label empty where none is shown
     */
    public record Bar(int x, int width, int height, int behind, long value, String label) {
        public int top() {
            return FLOOR - height;
        }

        public int topBehind() {
            return FLOOR - behind;
        }

        public int middle() {
            return x + width / 2;
        }
    }

    /** @param behind for comparison; empty for none */
    public static BarChart of(List<String> labels, List<Long> values, List<Long> behind) {
        long highest = 1;
        for (long value : values) highest = Math.max(highest, value);
        for (long value : behind) highest = Math.max(highest, value);
        long top = rounded(highest);
        int step = WIDTH / Math.max(1, values.size());
        int gap = Math.min(WIDEST_GAP, step / 4);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < values.size(); i++)
            bars.add(new Bar(
                    i * step + gap / 2,
                    step - gap,
                    height(values.get(i), top),
                    i < behind.size() ? height(behind.get(i), top) : 0,
                    values.get(i),
                    values.size() <= MANY || i % 3 == 0 ? labels.get(i) : ""));
        return new BarChart(List.copyOf(bars), top);
    }

    public boolean empty() {
        return bars.stream().allMatch(bar -> bar.value() == 0 && bar.behind() == 0);
    }

    private static int height(long value, long top) {
        return (int) ((FLOOR - CEILING) * value / top);
    }

    /** 1, 2, 5, 10, 20, 50, …: lines that people read at once. */
    private static long rounded(long highest) {
        for (long ten = 1; ; ten *= 10)
            for (long step : new long[] {1, 2, 5}) if (step * ten >= highest) return step * ten;
    }
}
