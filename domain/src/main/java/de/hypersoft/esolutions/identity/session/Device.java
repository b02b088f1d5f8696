package de.hypersoft.esolutions.identity.session;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import java.util.Objects;

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
        return ClientNetwork.of(address).name();
    }

    @Override
    public String toString() {
        return "Device[…]";
    }
}
