package de.hypersoft.esolutions.http;

import io.undertow.server.HttpServerExchange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Those who have a request here at the moment. */
final class Clients {

    private static final int NETWORK_BYTES = 8;

    private final Map<Object, Client> clients = new ConcurrentHashMap<>();

    /** One more request of its client. To be given back by {@link #left}. */
    Client came(HttpServerExchange exchange) {
        Object address = address(exchange.getSourceAddress());
        return clients.compute(address, (its, known) -> {
            Client client = known == null ? Client.of(its) : known;
            client.open().incrementAndGet();
            return client;
        });
    }

    void left(Client client) {
        clients.computeIfPresent(
                client.address(), (address, known) -> known.open().decrementAndGet() <= 0 ? null : known);
    }

    int size() {
        return clients.size();
    }

    /** Whom a request is counted for. Behind a proxy that is trusted {@link Proxies} has put the client's own address here. */
    static Object address(@Nullable InetSocketAddress from) {
        if (from == null) return "unknown";
        InetAddress host = from.getAddress();
        if (host == null) return from.getHostString();
        return host instanceof Inet6Address ? network(host) : host;
    }

    /** The first 64 bits: a customer of an IPv6 network has all addresses that begin with them. */
    private static InetAddress network(InetAddress host) {
        if (host.isLoopbackAddress()) return host;
        byte[] bytes = host.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException neverForSixteenBytes) {
            throw new IllegalStateException(neverForSixteenBytes);
        }
    }
}
