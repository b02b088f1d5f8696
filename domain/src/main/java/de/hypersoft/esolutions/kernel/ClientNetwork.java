package de.hypersoft.esolutions.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/**
 * Whom something is counted for, where the only thing known of a client is its address.
 *
 * @param name the address; of IPv6 the network of a customer (/64), who has all addresses in it
 * @param many whether it is a proxy of this machine that stands for many
 */
public record ClientNetwork(String name, boolean many) {

    private static final int NETWORK_BYTES = 8;
    private static final Set<String> HERE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1");

    /** @param address as the server tells it, in figures; anything else stands for itself, and no name is looked up */
    public static ClientNetwork of(String address) {
        if (!address.contains(":")) return new ClientNetwork(address, HERE.contains(address));
        try {
            InetAddress host = InetAddress.getByName(address);
            return new ClientNetwork(
                    host instanceof Inet6Address ? network(host) : host.getHostAddress(),
                    HERE.contains(host.getHostAddress()));
        } catch (UnknownHostException noFigures) {
            return new ClientNetwork(address, false);
        }
    }

    private static String network(InetAddress host) throws UnknownHostException {
        byte[] bytes = host.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        return InetAddress.getByAddress(bytes).getHostAddress();
    }
}
