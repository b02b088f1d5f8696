package de.hypersoft.esolutions.portal.reports;

import java.util.List;
import java.util.stream.IntStream;

/** Where lying bars stand below each other, the longest first, in units of a picture {@link #WIDTH} wide. */
public record RankChart(List<Bar> bars) {

    public static final int WIDTH = 3_600;
    public static final int STEP = 400;

    private static final int MOST = 8;

    /**
     * @param line which of the report's lines it shows
     * @param y where its name stands
     * @param behind length of the bar of the days that are compared with
     */
    public record Bar(int line, int y, int length, int behind) {}

    static RankChart of(List<SalesReport.Line> lines) {
        long top = 1;
        int many = Math.min(MOST, lines.size());
        for (SalesReport.Line line : lines.subList(0, many))
            top = Math.max(top, Math.max(line.sum().gross(), line.before().gross()));
        long longest = top;
        return new RankChart(IntStream.range(0, many)
                .mapToObj(i -> new Bar(
                        i,
                        i * STEP + 130,
                        length(lines.get(i).sum().gross(), longest),
                        length(lines.get(i).before().gross(), longest)))
                .toList());
    }

    public int height() {
        return bars.size() * STEP;
    }

    private static int length(long value, long top) {
        return (int) (WIDTH * Math.max(0, value) / top);
    }
}
