package de.hypersoft.esolutions.shop.errors;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the page for an error shows.
 *
 * @param incident the number under which the log has it; empty for what is no fault of ours
 * @param order the page of the order at which something was refused; empty everywhere else
 */
public record ErrorPage(int status, String headline, String words, String incident, String order) {

    private static final Pattern AT_AN_ORDER = Pattern.compile("(/orders/[A-Za-z0-9_-]+)/(?:repetition|guest-data)");

    /** @param path of the request */
    static String order(String path) {
        Matcher at = AT_AN_ORDER.matcher(path);
        return at.matches() ? at.group(1) : "";
    }
}
