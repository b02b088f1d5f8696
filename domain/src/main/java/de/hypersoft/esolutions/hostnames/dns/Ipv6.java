package de.hypersoft.esolutions.hostnames.dns;

import java.util.Arrays;
import java.util.Locale;

/** IPv6 addresses in one spelling: eight groups without leading zeros. */
final class Ipv6 {

    private Ipv6() {}

    /** What is no address comes back in lower case. */
    static String normal(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        int gap = lower.indexOf("::");
        String[] left = groups(gap < 0 ? lower : lower.substring(0, gap));
        String[] right = groups(gap < 0 ? "" : lower.substring(gap + 2));
        int missing = 8 - left.length - right.length;
        if (missing < 0 || (gap < 0 && missing > 0)) return lower;
        String[] all = new String[8];
        Arrays.fill(all, "0");
        for (int i = 0; i < left.length; i++) all[i] = stripped(left[i]);
        for (int i = 0; i < right.length; i++) all[8 - right.length + i] = stripped(right[i]);
        return String.join(":", all);
    }

    private static String[] groups(String part) {
        return part.isEmpty() ? new String[0] : part.split(":");
    }

    private static String stripped(String group) {
        String bare = group.replaceFirst("^0+", "");
        return bare.isEmpty() ? "0" : bare;
    }
}
