package de.hypersoft.esolutions.bench.load.figures;

import java.util.List;
import java.util.Locale;

/** The results as bars, in SVG: how much of the machine's limit each operation reaches, and its rate in words. */
public final class Chart {

    private static final int ROW = 22;
    private static final int TOP = 56;
    private static final int BARS = 250;
    private static final int WIDEST = 420;
    private static final int WIDTH = 960;

    private Chart() {}

    public static String svg(String title, List<Result> results) {
        int height = TOP + ROW * results.size() + 16;
        StringBuilder svg = new StringBuilder(2_048)
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        .formatted(WIDTH, height, WIDTH, height))
                .append(" font-family=\"sans-serif\" font-size=\"12\">\n")
                .append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n")
                .append(text(12, 22, "start", "bold", title));
        for (int percent = 0; percent <= 100; percent += 25) {
            int x = BARS + WIDEST * percent / 100;
            svg.append("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#cccccc\"/>\n"
                            .formatted(x, TOP - 8, x, height - 12))
                    .append(text(x, TOP - 12, "middle", "normal", percent + " %"));
        }
        for (int i = 0; i < results.size(); i++) svg.append(row(TOP + ROW * i, results.get(i)));
        return svg.append("</svg>\n").toString();
    }

    private static String row(int y, Result result) {
        StringBuilder row = new StringBuilder();
        String name = result.operation() + ", " + result.clients() + (result.clients() == 1 ? " client" : " clients");
        row.append(text(BARS - 10, y + 14, "end", "normal", name));
        String rate = String.format(Locale.ROOT, "%,.1f/s", result.rate().median());
        if (result.limit() == null)
            return row.append(text(BARS + 6, y + 14, "start", "normal", rate)).toString();
        double ratio = result.limit().ratio().median();
        double part = Double.isNaN(ratio) ? 0 : Math.max(0, Math.min(1, ratio));
        row.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#2b6cb0\"/>\n"
                .formatted(BARS, y + 3, Math.round(WIDEST * part), ROW - 6));
        String words = String.format(
                Locale.ROOT,
                "%.1f %%: %s of %,.1f/s",
                100 * ratio,
                rate,
                result.limit().rate().median());
        return row.append(text(BARS + WIDEST + 10, y + 14, "start", "normal", words))
                .toString();
    }

    private static String text(int x, int y, String anchor, String weight, String words) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>\n"
                .formatted(
                        x,
                        y,
                        anchor,
                        weight,
                        words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
}
