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
    private static final int WIDE_BYTES = 6;
    private static final Set<String> HERE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1");

    /** @param address as the server tells it, in figures; anything else stands for itself, and no name is looked up */
    public static ClientNetwork of(String address) {
        if (!address.contains(":")) return new ClientNetwork(address, HERE.contains(address));
        try {
            InetAddress host = InetAddress.getByName(address);
            return new ClientNetwork(
                    host instanceof Inet6Address ? network(host, NETWORK_BYTES) : host.getHostAddress(),
                    HERE.contains(host.getHostAddress()));
        } catch (UnknownHostException noFigures) {
            return new ClientNetwork(address, false);
        }
    }

    /** The larger network around it, of which somebody may have all smaller ones: a /48, of IPv4 a /24. */
    public String wide() {
        try {
            if (name.contains(":")) return network(InetAddress.getByName(name), WIDE_BYTES);
        } catch (UnknownHostException noFigures) {
            return name;
        }
        int last = name.lastIndexOf('.');
        return last < 0 ? name : name.substring(0, last);
    }

    private static String network(InetAddress host, int length) throws UnknownHostException {
        byte[] bytes = host.getAddress();
        Arrays.fill(bytes, length, bytes.length, (byte) 0);
        return InetAddress.getByAddress(bytes).getHostAddress();
    }
}
