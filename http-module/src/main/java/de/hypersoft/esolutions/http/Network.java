package de.hypersoft.esolutions.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin alike.
 *
 * @param bits so many of them are the same
 */
record Network(InetAddress base, int bits) {

    private static final System.Logger LOG = System.getLogger("de.hypersoft.esolutions.http");
    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int WIDEST_V4 = 8;
    private static final int WIDEST_V6 = 7;

    /** As a setting has them, with commas or spaces between. What is none is said in the log and left out. */
    static List<Network> list(String setting) {
        List<Network> networks = new ArrayList<>();
        for (String one : setting.split("[,\\s]+")) {
            if (one.isEmpty()) continue;
            Network network = parse(one);
            if (network != null) networks.add(network);
            else
                LOG.log(
                        System.Logger.Level.ERROR,
                        "TRUSTED_PROXIES: " + one + " is no address and no network, or one too wide, and is left out");
        }
        return networks;
    }

    private static @Nullable Network parse(String text) {
        String[] parts = text.split("/", 2);
        InetAddress base = address(parts[0]);
        if (base == null) return null;
        int length = base.getAddress().length * 8;
        if (parts.length == 1) return new Network(base, length);
        if (!parts[1].matches("\\d{1,3}")) return null;
        int bits = Integer.parseInt(parts[1]);
        return bits > length || bits < (length == 32 ? WIDEST_V4 : WIDEST_V6) ? null : new Network(base, bits);
    }

    /** Null when it is no address in figures; names are never looked up. An IPv4 address inside IPv6 is that address. */
    static @Nullable InetAddress address(String text) {
        if (text.length() > 45
                || !V4.matcher(text).matches() && !V6.matcher(text).matches()) return null;
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException none) {
            return null;
        }
    }

    boolean holds(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) return false;
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) return false;
        }
        return true;
    }
}
