package de.hypersoft.esolutions.identity;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in from.
 *
 * @param address the peer's network address, as digits
 * @param token of the cookie that an earlier sign-in left there; empty when there is none
 * @param agent what the browser says it is; shortened to 200 characters
 */
public record Device(String address, String token, String agent) {

    private static final int MOST = 200;

    public Device {
        Objects.requireNonNull(address);
        if (token.length() > MOST) token = "";
        if (agent.length() > MOST) agent = agent.substring(0, MOST);
    }

    /** What belongs to one customer of a network: an address, of IPv6 the first 64 bits. */
    String network() {
        byte[] bytes = address.contains(":") ? sixteen() : null;
        return bytes == null ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, 8));
    }

    private byte @Nullable [] sixteen() {
        try {
            byte[] bytes = java.net.InetAddress.getByName(address).getAddress(); // digits: nobody is asked
            return bytes.length == 16 ? bytes : null;
        } catch (java.net.UnknownHostException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "Device[…]";
    }
}
