package de.hypersoft.esolutions.sync.menufile;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what people write into a cell; empty for what cannot be read as one thing and no other. */
public final class Cells {

    private static final Pattern MONEY_WORDS = Pattern.compile("(?i)EUR|CHF|GBP|SFr\\.?|Fr\\.|[€£]|[\\h'’\\x{202F}]");
    private static final Pattern WHOLE_MONEY = Pattern.compile("[.,][-–—]+$");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,9}([.,]\\d{1,2})?");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+\\.\\d{2}|\\d{1,3}(\\.\\d{3})+,\\d{2}");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,2}([.,]\\d{1,2})?|0[.,]\\d{1,4}");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,6}(?:[.,]\\d{1,3})?)\\s*(ml|cl|dl|l|kg|g)\\b.*");
    private static final Map<String, Integer> UNITS =
            Map.of("ml", 1, "cl", 10, "dl", 100, "l", 1000, "g", 1, "kg", 1000);
    private static final Pattern SPAN =
            Pattern.compile("(.*?)(\\d{1,2})[:.](\\d{2})\\s*[-–—]\\s*(\\d{1,2})[:.](\\d{2})(?:\\s*(?:Uhr|h))?");
    private static final List<String> DAYS =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
    private static final Map<String, Integer> DAY_WORDS = Map.ofEntries(
            Map.entry("mo", 0),
            Map.entry("di", 1),
            Map.entry("tu", 1),
            Map.entry("mi", 2),
            Map.entry("we", 2),
            Map.entry("do", 3),
            Map.entry("th", 3),
            Map.entry("fr", 4),
            Map.entry("sa", 5),
            Map.entry("so", 6),
            Map.entry("su", 6));

    private Cells() {}

    /** A decimal with a point and two places; »1.234« could be two amounts, so it is none. */
    public static Optional<String> price(String cell) {
        String text = MONEY_WORDS.matcher(cell).replaceAll("").replace('−', '-');
        boolean negative = text.startsWith("-");
        if (negative || text.startsWith("+")) text = text.substring(1);
        text = WHOLE_MONEY.matcher(text).replaceAll("");
        if (THOUSANDS.matcher(text).matches()) {
            char point = text.charAt(text.length() - 3);
            text = text.replace(point == ',' ? "." : ",", "");
        } else if (!PLAIN.matcher(text).matches()) return Optional.empty();
        BigDecimal amount = new BigDecimal(text.replace(',', '.')).setScale(2, RoundingMode.UNNECESSARY);
        return Optional.of((negative ? amount.negate() : amount).toPlainString());
    }

    /** {@code 19/7}: where it is eaten here / taken away; {@code 7} for both. */
    static Optional<MenuTerms.Rates> rates(String cell) {
        String[] parts = cell.replaceAll("[\\h%]", "").split("/", -1);
        if (parts.length > 2) return Optional.empty();
        List<String> rates = Arrays.stream(parts)
                .map(Cells::percent)
                .flatMap(Optional::stream)
                .toList();
        if (rates.size() != parts.length) return Optional.empty();
        return Optional.of(new MenuTerms.Rates(rates.get(0), rates.get(rates.size() - 1)));
    }

    /** Two places; a spreadsheet's 0.07 is 7 percent. */
    public static Optional<String> percent(String cell) {
        String text = cell.replaceAll("[\\h%]", "");
        if (!PERCENT.matcher(text).matches()) return Optional.empty();
        BigDecimal rate = new BigDecimal(text.replace(',', '.'));
        if (rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) < 0 && !cell.contains("%"))
            rate = rate.movePointRight(2);
        return Optional.of(rate.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    /** {@code 330 ml}, {@code 0,33 l}, {@code 450 g}. */
    static Optional<CatalogDocument.Content> content(String cell) {
        Matcher found = AMOUNT.matcher(cell.strip().toLowerCase(Locale.ROOT));
        if (!found.matches()) return Optional.empty();
        BigDecimal amount = new BigDecimal(found.group(1).replace(',', '.'))
                .multiply(BigDecimal.valueOf(UNITS.getOrDefault(found.group(2), 1)));
        String unit = found.group(2).endsWith("g") ? "g" : "ml";
        return Optional.of(new CatalogDocument.Content(
                amount.setScale(0, RoundingMode.HALF_UP).intValueExact(), unit));
    }

    /** {@code Mo-Fr 11:30-14:00; Sa, So 12:00-22:00}; without days every day. */
    static Optional<List<CatalogDocument.Window>> windows(String cell) {
        List<CatalogDocument.Window> windows = new ArrayList<>();
        for (String part : parts(cell, "[;\\n|]")) {
            Matcher span = SPAN.matcher(part);
            if (!span.matches()) return Optional.empty();
            Optional<List<String>> days = days(span.group(1));
            if (days.isEmpty()) return Optional.empty();
            windows.add(new CatalogDocument.Window(
                    days.get(), time(span.group(2), span.group(3)), time(span.group(4), span.group(5))));
        }
        return Optional.of(List.copyOf(windows));
    }

    private static String time(String hour, String minute) {
        return (hour.length() == 1 ? "0" : "") + hour + ":" + minute;
    }

    private static Optional<List<String>> days(String text) {
        List<String> days = new ArrayList<>();
        for (String part : parts(text.replace(":", "").replaceAll("\\s*[-–—]\\s*", "-"), "[,\\s&+]+")) {
            List<Integer> ends = Stream.of(part.split("-", -1)).map(Cells::day).toList();
            if (ends.size() > 2 || ends.contains(-1)) return Optional.empty();
            int last = ends.get(ends.size() - 1);
            for (int day = ends.get(0); ; day = (day + 1) % 7) {
                if (!days.contains(DAYS.get(day))) days.add(DAYS.get(day));
                if (day == last) break;
            }
        }
        return Optional.of(List.copyOf(days));
    }

    private static int day(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return plain.length() < 2 ? -1 : DAY_WORDS.getOrDefault(plain.substring(0, 2), -1);
    }

    /** How many of a group: {@code 1}, {@code 0-4}, {@code bis 3}; lowest and highest. */
    static Optional<int[]> choice(String cell) {
        String text = cell.strip().toLowerCase(Locale.ROOT);
        Matcher span = Pattern.compile("(\\d{1,3})\\s*[-–—]\\s*(\\d{1,3})").matcher(text);
        if (span.matches())
            return Optional.of(new int[] {Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2))});
        Matcher most = Pattern.compile("(?:bis|bis zu|max\\.?|maximal|höchstens|up to|at most)\\s*(\\d{1,3})")
                .matcher(text);
        if (most.matches()) return Optional.of(new int[] {0, Integer.parseInt(most.group(1))});
        return number(text).map(exactly -> new int[] {exactly, exactly});
    }

    /** The one number of the cell: {@code ab 16}, {@code 16+}. */
    static Optional<Integer> number(String cell) {
        Matcher only = Pattern.compile("\\D*?(\\d{1,4})(?:[.,]0+)?\\D*").matcher(cell.strip());
        return only.matches() ? Optional.of(Integer.parseInt(only.group(1))) : Optional.empty();
    }

    /** What stands between, without what is blank. */
    static List<String> parts(String cell, String between) {
        return Stream.of(cell.split(between))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
