package de.hypersoft.esolutions.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whom something is counted for.
 *
 * @param name the address; of IPv6 the network of a customer (/64), who has all addresses in it
 * @param many whether it is a proxy of this machine that stands for many
 */
record ClientNetwork(String name, boolean many) {

    private static final int NETWORK_BYTES = 8;

    /** @param address as the server tells it, in figures */
    static ClientNetwork of(String address) {
        try {
            InetAddress host = InetAddress.getByName(address);
            boolean many = host.equals(InetAddress.getLoopbackAddress())
                    || host.getHostAddress().equals("0:0:0:0:0:0:0:1");
            return new ClientNetwork(host instanceof Inet6Address ? network(host) : host.getHostAddress(), many);
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
