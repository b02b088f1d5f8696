package de.hypersoft.esolutions.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request is from when a proxy brings it. Only a proxy that is named in the settings is believed, and each adds its
 * word at the end of the list: so it is read from there, and the first address that is no trusted proxy's is the client.
 * What stands before it anybody can have written.
 */
final class Proxies {

    private static final int MOST_HOPS = 32;
    private static final int PORT_UNKNOWN = 0;
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

    private final List<Network> trusted;
    private final boolean standard;
    private final Unheeded unheeded;

    private Proxies(List<Network> trusted, boolean standard, Unheeded unheeded) {
        this.trusted = trusted;
        this.standard = standard;
        this.unheeded = unheeded;
    }

    /** As {@code TRUSTED_PROXIES} and {@code TRUSTED_PROXIES_HEADER} say. */
    static Proxies ofServer() {
        String networks = Limits.text("TRUSTED_PROXIES", "");
        if (networks.isBlank() && Boolean.parseBoolean(Limits.text("PROXY_FORWARDED", "false")))
            System.getLogger("de.hypersoft.esolutions.http")
                    .log(
                            System.Logger.Level.ERROR,
                            "PROXY_FORWARDED is not read any more and no proxy is believed: name yours in TRUSTED_PROXIES");
        boolean standard = Limits.text("TRUSTED_PROXIES_HEADER", "").equalsIgnoreCase("Forwarded");
        return new Proxies(Network.list(networks), standard, Unheeded.OF_SERVER);
    }

    /** @param standard whether they send {@code Forwarded} (RFC 7239) instead of {@code X-Forwarded-*}; the other is not read */
    static Proxies of(String networks, boolean standard) {
        return new Proxies(Network.list(networks), standard, new Unheeded());
    }

    /**
     * What is known of a request by its trusted proxies.
     *
     * @param scheme {@code http} or {@code https}; null when they do not say
     * @param host as the client asked for it; null when they do not say
     */
    record Told(
            InetAddress client,
            @Nullable String scheme,
            @Nullable String host) {}

    /** What one proxy says: of whom it had the request, and how. */
    record Hop(
            String from, @Nullable String scheme, @Nullable String host) {}

    boolean trusts(@Nullable InetAddress address) {
        return address != null && trusted.stream().anyMatch(network -> network.holds(address));
    }

    /** Puts what is known into the request, before anybody reads it. */
    void heed(HttpServerExchange exchange) {
        InetSocketAddress from = exchange.getConnection().getPeerAddress(InetSocketAddress.class);
        InetAddress peer = from == null ? null : from.getAddress();
        HeaderMap headers = exchange.getRequestHeaders();
        if (peer == null || !headers.contains(Headers.X_FORWARDED_FOR) && !headers.contains(Forwarded.NAME)) return;
        if (!trusts(peer)) unheeded.saw(peer);
        told(peer, headers).ifPresent(told -> {
            exchange.setSourceAddress(new InetSocketAddress(told.client(), PORT_UNKNOWN));
            if (told.scheme() != null) exchange.setRequestScheme(told.scheme());
            if (told.host() != null) headers.put(Headers.HOST, told.host());
        });
    }

    /** Empty when nobody is believed, or nothing that can be. */
    Optional<Told> told(InetAddress peer, HeaderMap headers) {
        Deque<Hop> hops = standard ? Forwarded.hops(headers, MOST_HOPS) : hops(headers);
        InetAddress client = peer;
        Hop last = null;
        while (trusts(client) && !hops.isEmpty()) {
            Hop hop = hops.removeLast();
            InetAddress before = claimed(hop.from());
            if (before == null) break;
            client = before;
            last = hop;
        }
        if (last == null) return Optional.empty();
        return Optional.of(new Told(client, scheme(last.scheme()), host(last.host())));
    }

    /** Scheme and host stand in lists of their own, as long as that of the addresses, or each in one for all. */
    private static Deque<Hop> hops(HeaderMap headers) {
        List<String> from = list(headers.get(Headers.X_FORWARDED_FOR));
        List<String> schemes = list(headers.get(Headers.X_FORWARDED_PROTO));
        List<String> hosts = list(headers.get(Headers.X_FORWARDED_HOST));
        Deque<Hop> hops = new ArrayDeque<>();
        for (int back = 1; back <= Math.min(from.size(), MOST_HOPS); back++)
            hops.addFirst(new Hop(from.get(from.size() - back), fromEnd(schemes, back), fromEnd(hosts, back)));
        return hops;
    }

    private static List<String> list(@Nullable HeaderValues values) {
        return values == null ? List.of() : List.of(String.join(",", values).split(",", -1));
    }

    private static @Nullable String fromEnd(List<String> list, int back) {
        return list.isEmpty() ? null : list.get(Math.max(0, list.size() - back));
    }

    /** Null for what is no address of a client; this very machine never comes by way of a proxy. */
    private static @Nullable InetAddress claimed(String text) {
        InetAddress address = Network.address(withoutPort(text.strip()));
        if (address == null) return null;
        boolean nobody = address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isMulticastAddress();
        return nobody ? null : address;
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) return text.replaceFirst("^\\[([^\\]]*)](:\\d{1,5})?$", "$1");
        return text.indexOf(':') == text.lastIndexOf(':') ? text.replaceFirst(":\\d{1,5}$", "") : text;
    }

    private static @Nullable String scheme(@Nullable String said) {
        String scheme = said == null ? "" : said.strip().toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") ? scheme : null;
    }

    private static @Nullable String host(@Nullable String said) {
        String host = said == null ? "" : said.strip();
        return HOST.matcher(host).matches() ? host : null;
    }
}
