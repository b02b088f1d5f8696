package de.hypersoft.esolutions.web;

/**
 * The names of our cookies. Over HTTPS they begin with {@code __Host-}: a browser takes such a cookie from the host itself
 * alone, by HTTPS, so no sibling domain, which may be another customer's, and nobody on the way can plant one.
 */
public final class HostCookie {

    private static final String PREFIX = "__Host-";

    private HostCookie() {}

    /** @param secure whether the browser speaks HTTPS; such a cookie needs {@code Secure}, {@code Path=/} and no domain */
    public static String name(String plain, boolean secure) {
        return secure ? PREFIX + plain : plain;
    }
}
