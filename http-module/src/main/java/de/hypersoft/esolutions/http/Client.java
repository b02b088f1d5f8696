package de.hypersoft.esolutions.http;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whoever asks from one address: a guest, a till, or many of them behind one router.
 *
 * @param address of IPv6 the network of a customer (/64), else the address itself
 * @param many many clients behind one address of this very machine, as a proxy before the server is: no share of its own
 */
record Client(Object address, boolean many, AtomicInteger open, Arriving arriving) {

    private static final int BODIES = 100;
    private static final long BYTES = 4L * 1024 * 1024;

    static Client of(Object address) {
        boolean many = address instanceof InetAddress host && isThisMachine(host);
        return new Client(address, many, new AtomicInteger(), new Arriving(many ? 10 * BODIES : BODIES, BYTES));
    }

    private static boolean isThisMachine(InetAddress host) {
        return host.equals(InetAddress.getLoopbackAddress()) || "0:0:0:0:0:0:0:1".equals(host.getHostAddress());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Client client && client.address.equals(address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public String toString() {
        return address instanceof InetAddress host ? host.getHostAddress() : String.valueOf(address);
    }
}
