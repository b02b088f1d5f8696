package de.hypersoft.esolutions.portal.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Comma separated values (RFC 4180). A cell that a spreadsheet would run as a formula is made text by an apostrophe. */
public final class Csv {

    private Csv() {}

    public static String of(List<List<String>> rows) {
        return rows.stream().map(Csv::line).collect(Collectors.joining());
    }

    /** One row with its end; numbers stay numbers, also those below zero. */
    public static String line(List<?> row) {
        return row.stream()
                .map(value -> value instanceof BigDecimal number ? number.toPlainString() : cell(String.valueOf(value)))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
