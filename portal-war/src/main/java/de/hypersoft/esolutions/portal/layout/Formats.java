package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.kernel.Money;
import java.util.Locale;

/** Amounts as people of a language write them, made from the exact decimal string. */
public final class Formats {

    private Formats() {}

    public static String money(Money amount, Locale locale) {
        String decimal = amount.decimal();
        boolean negative = decimal.startsWith("-");
        String[] parts = (negative ? decimal.substring(1) : decimal).split("\\.");
        boolean german = "de".equals(locale.getLanguage());
        String number =
                grouped(parts[0], german ? '.' : ',') + (parts.length > 1 ? (german ? "," : ".") + parts[1] : "");
        String symbol = amount.currency().getSymbol(Locale.GERMANY.equals(locale) ? Locale.GERMANY : locale);
        if ("EUR".equals(amount.currency().getCurrencyCode())) symbol = "€";
        String sign = negative ? "−" : "";
        return german
                ? sign + number + "\u00a0" + symbol
                : sign + symbol + (symbol.length() > 1 ? "\u00a0" : "") + number;
    }

    private static String grouped(String digits, char separator) {
        StringBuilder result = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) result.insert(at, separator);
        return result.toString();
    }
}
