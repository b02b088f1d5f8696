package de.hypersoft.esolutions.ordering.search;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.ordering.number.OrderNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What somebody types to find an order: its number with or without year, dash and zeros, words of the guest's name in any
 * spelling, or the phone as it is dialled. Told as conditions in JPQL over an {@code Order o}.
 */
public final class OrderSearch {

    /** Shorter ends of numbers and phones would name half of the orders. */
    private static final int LEAST_OF_A_NUMBER = 3;

    /** "The one that ends in 4711"; the middle of a phone takes more, and so does the middle of a name. */
    private static final int LEAST_OF_A_PHONE = 4;

    private static final int LEAST_WITHIN = 5;
    private static final int FIRST_YEAR = 2020;
    private static final int MOST = 80;
    private static final Pattern DIGITS = Pattern.compile("[+#(]?\\d[\\d\\s()/.+–-]*");
    /** What people say before a number, in German and English. */
    private static final Set<String> INTRODUCE =
            Set.of("nr", "no", "nummer", "number", "bestellung", "bestellnummer", "order", "tel", "telefon", "phone");

    private static final String ALL_NINES = "9".repeat(40);

    private final String typed;
    private final List<String> words;
    private final String digits;
    private final String phone;
    private final List<String> numbers;

    private OrderSearch(String typed, int year) {
        this.typed = typed;
        StringBuilder rest = new StringBuilder();
        StringBuilder run = new StringBuilder();
        Matcher found = DIGITS.matcher(typed);
        while (found.find()) {
            run.append(found.group());
            found.appendReplacement(rest, " ");
        }
        found.appendTail(rest);
        boolean numbered = run.length() > 0;
        this.words = Folding.words(rest.toString()).stream()
                .filter(word -> !numbered || !INTRODUCE.contains(word))
                .toList();
        this.digits = run.toString().replaceAll("\\D", "");
        this.phone = Folding.backwards(Folding.significant(run.toString()));
        this.numbers = numbers(digits, year);
    }

    /**
     * @param year of today; numbers of later ones than the next are not looked for
     * @throws Invalid {@code too-long} for more than 80 characters
     */
    public static OrderSearch of(String typed, int year) {
        if (typed.length() > MOST) throw new Invalid("too-long", "search for less", "search");
        return new OrderSearch(typed.strip(), year);
    }

    /** Nothing to look for: every order fits. */
    public boolean isEmpty() {
        return typed.isEmpty();
    }

    /** What an order must fulfil. Alone it reads every order, so it belongs behind another condition. */
    public String condition(Map<String, Object> parameters) {
        List<String> all = new ArrayList<>();
        if (!words.isEmpty()) all.add("(" + String.join(" or ", names(parameters)) + ")");
        List<String> any = digits(parameters);
        if (!any.isEmpty()) all.add("(" + String.join(" or ", any) + ")");
        parameters.put("typed", typed);
        String said = all.isEmpty() ? "" : " or (" + String.join(" and ", all) + ")";
        return "(o.number = :typed" + said + ")";
    }

    /**
     * Each finds some of the orders by an index of its own, whatever was ordered meanwhile; together they find all but a
     * middle name and the middle of a phone. {@link #condition} holds beside each.
     */
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        List<String> exact = new ArrayList<>(numbers);
        exact.add(typed);
        ways.add(new Way("o.number in :wayNumbers", Map.of("wayNumbers", exact)));
        if (phone.length() >= LEAST_OF_A_PHONE)
            ways.add(new Way(
                    "o.searchPhone >= :wayFrom and o.searchPhone <= :wayUntil",
                    Map.of("wayFrom", phone, "wayUntil", phone + ALL_NINES)));
        words.stream().filter(word -> word.length() > 1).limit(3).forEach(word -> {
            ways.add(prefix("searchFirst", word));
            ways.add(prefix("searchLast", word));
        });
        if (words.size() > 1) {
            ways.add(prefix("searchFirst", String.join("", words)));
            ways.add(prefix("searchLast", String.join("", words)));
        }
        return ways;
    }

    /** One condition that an index answers, with its parameters. */
    public record Way(String condition, Map<String, Object> parameters) {}

    private static Way prefix(String field, String word) {
        byte[] from = SearchKeys.bytes(word);
        byte[] until = from.clone();
        until[until.length - 1]++;
        return new Way(
                "o." + field + " >= :wayFrom and o." + field + " < :wayUntil",
                Map.of("wayFrom", from, "wayUntil", until));
    }

    private List<String> names(Map<String, Object> parameters) {
        List<String> each = IntStream.range(0, words.size())
                .mapToObj(i -> {
                    parameters.put("word" + i, "% " + words.get(i) + "%");
                    return "o.searchWords like :word" + i;
                })
                .toList();
        String asOne = String.join("", words);
        parameters.put("asOne", (asOne.length() < LEAST_WITHIN ? "% " : "%") + asOne + "%");
        return List.of("(" + String.join(" and ", each) + ")", "o.searchWords like :asOne");
    }

    private List<String> digits(Map<String, Object> parameters) {
        List<String> any = new ArrayList<>();
        if (!numbers.isEmpty()) {
            any.add("o.number in :numbers");
            parameters.put("numbers", numbers);
        }
        if (digits.length() >= LEAST_OF_A_NUMBER) {
            any.add("o.number like :ending");
            parameters.put("ending", "%" + digits);
        }
        if (phone.length() >= LEAST_OF_A_PHONE) {
            any.add("o.searchPhone like :phone");
            parameters.put("phone", (phone.length() < LEAST_WITHIN ? "" : "%") + phone + "%");
        }
        return any;
    }

    /** The numbers that these digits may mean: one of any year, or year and number without their dash. */
    private static List<String> numbers(String digits, int year) {
        List<String> found = new ArrayList<>();
        String serial = digits.replaceFirst("^0+", "");
        if (!serial.isEmpty() && serial.length() <= 9)
            IntStream.rangeClosed(FIRST_YEAR, year + 1).forEach(y -> found.add(OrderNumbers.written(y, serial)));
        if (digits.length() > 4 && digits.length() <= 13) {
            String after = digits.substring(4).replaceFirst("^0+", "");
            if (!after.isEmpty()) found.add(OrderNumbers.written(Integer.parseInt(digits.substring(0, 4)), after));
        }
        return found;
    }
}
