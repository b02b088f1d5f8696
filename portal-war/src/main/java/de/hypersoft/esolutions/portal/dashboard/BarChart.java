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

    public static final int WIDTH = 360;
    public static final int HEIGHT = 176;

    /** Of the line on which the bars stand; the upper line is {@link #CEILING}. */
    public static final int FLOOR = 148;

    public static final int CEILING = 16;

    private static final int MANY = 10;

    /**
     * @param y of the bar's upper end; its height reaches down to the floor
     * @param behindY the same of the bar behind it
     * @param label empty where none is shown
     */
    public record Bar(
            double x,
            double width,
            double y,
            double height,
            double behindY,
            double behindHeight,
            long value,
            String label) {
        public double middle() {
            return round(x + width / 2);
        }
    }

    /** @param behind for comparison; empty for none */
    static BarChart of(List<String> labels, List<Long> values, List<Long> behind) {
        long highest = 1;
        for (long value : values) highest = Math.max(highest, value);
        for (long value : behind) highest = Math.max(highest, value);
        long top = rounded(highest);
        double step = (double) WIDTH / values.size();
        double gap = Math.min(10, step / 4);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            double height = height(values.get(i), top);
            double before = i < behind.size() ? height(behind.get(i), top) : 0;
            boolean labelled = values.size() <= MANY || i % 3 == 0;
            bars.add(new Bar(
                    round(i * step + gap / 2),
                    round(step - gap),
                    round(FLOOR - height),
                    height,
                    round(FLOOR - before),
                    before,
                    values.get(i),
                    labelled ? labels.get(i) : ""));
        }
        return new BarChart(List.copyOf(bars), top);
    }

    public boolean empty() {
        return bars.stream().allMatch(bar -> bar.value() == 0 && bar.behindHeight() == 0);
    }

    private static double height(long value, long top) {
        return round((FLOOR - CEILING) * (double) value / top);
    }

    /** 1, 2, 5, 10, 20, 50, …: lines that people read at once. */
    private static long rounded(long highest) {
        for (long ten = 1; ; ten *= 10)
            for (long step : new long[] {1, 2, 5}) if (step * ten >= highest) return step * ten;
    }

    private static double round(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
