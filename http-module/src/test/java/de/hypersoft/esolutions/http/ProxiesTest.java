package de.hypersoft.esolutions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private final Proxies proxies = Proxies.of("127.0.0.1, 10.0.0.0/8, 2001:db8:1::/48, ::1", false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | 203.0.113.7 | 203.0.113.7",
                "10.0.0.1 | 198.51.100.1, 203.0.113.7 | 203.0.113.7",
                "10.0.0.1 | 198.51.100.1, 203.0.113.7, 10.2.3.4 | 203.0.113.7",
                "127.0.0.1 | 2001:db8:2::9 | 2001:db8:2:0:0:0:0:9",
                "2001:db8:1::5 | [2001:db8:2::9]:4711 | 2001:db8:2:0:0:0:0:9",
                "10.0.0.1 | 203.0.113.7:4711 | 203.0.113.7",
                "10.0.0.1 | ::ffff:203.0.113.7 | 203.0.113.7",
                "::ffff:10.0.0.1 | 203.0.113.7 | 203.0.113.7",
                "10.0.0.1 | 10.9.9.9 | 10.9.9.9",
            })
    void the_client_is_the_last_address_that_no_trusted_proxy_has(String peer, String header, String client)
            throws UnknownHostException {
        assertThat(client(peer, header)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "192.168.1.1", "2001:db8:2::1", "11.0.0.1"})
    void whoever_is_no_trusted_proxy_cannot_say_who_he_is(String peer) throws UnknownHostException {
        assertThat(client(peer, "198.51.100.1")).isNull();
        assertThat(Proxies.of("", false).told(InetAddress.getByName(peer), forwarded("198.51.100.1")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "::1",
                "[::1]",
                "::ffff:127.0.0.1",
                "0.0.0.0",
                "::",
                "224.0.0.1",
                "localhost"
            })
    void nobody_becomes_this_machine_by_a_header(String claimed) throws UnknownHostException {
        assertThat(client("10.0.0.1", claimed)).isNull();
        assertThat(client("10.0.0.1", claimed + ", 203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(client("10.0.0.1", "203.0.113.7, " + claimed)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_hidden",
                "1.2.3",
                "999.1.1.1",
                "1.2.3.4.5",
                "a.example",
                "fe80::1%eth0",
                "1.2.3.4:x"
            })
    void what_is_no_address_is_nobody_and_asks_no_name_server(String claimed) throws UnknownHostException {
        assertThat(client("10.0.0.1", claimed)).isNull();
    }

    @Test
    void a_header_that_comes_twice_is_one_list() throws UnknownHostException {
        HeaderMap headers = forwarded("198.51.100.1");
        headers.add(Headers.X_FORWARDED_FOR, "203.0.113.7");

        assertThat(proxies.told(InetAddress.getByName("10.0.0.1"), headers)
                        .orElseThrow()
                        .client()
                        .getHostAddress())
                .isEqualTo("203.0.113.7");
    }

    @Test
    void scheme_and_host_are_those_that_the_trusted_proxy_next_to_the_client_says() throws UnknownHostException {
        HeaderMap headers = forwarded("203.0.113.7, 10.0.0.2");
        headers.put(Headers.X_FORWARDED_PROTO, "https, http");
        headers.put(Headers.X_FORWARDED_HOST, "forged.example, shop.example, inner.example");

        Proxies.Told told =
                proxies.told(InetAddress.getByName("10.0.0.1"), headers).orElseThrow();

        assertThat(told.scheme()).isEqualTo("https");
        assertThat(told.host()).isEqualTo("shop.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp", "https://", "a b"})
    void schemes_and_hosts_that_are_none_do_not_count(String odd) throws UnknownHostException {
        HeaderMap headers = forwarded("203.0.113.7");
        headers.put(Headers.X_FORWARDED_PROTO, odd);
        headers.put(Headers.X_FORWARDED_HOST, odd.equals("ftp") ? "a@b" : odd);

        Proxies.Told told =
                proxies.told(InetAddress.getByName("10.0.0.1"), headers).orElseThrow();

        assertThat(told.scheme()).isNull();
        assertThat(told.host()).isNull();
    }

    @Test
    void where_the_standard_header_is_agreed_the_other_one_is_a_client_s_own_words() throws UnknownHostException {
        Proxies standard = Proxies.of("10.0.0.0/8", true);
        HeaderMap headers = forwarded("198.51.100.1");
        headers.put(
                new HttpString("Forwarded"),
                "for=198.51.100.2;proto=http, for=\"[2001:db8:2::9]:4711\";Proto=https;host=\"shop.example:8443\";by=x");

        Proxies.Told told =
                standard.told(InetAddress.getByName("10.0.0.1"), headers).orElseThrow();

        assertThat(told.client().getHostAddress()).isEqualTo("2001:db8:2:0:0:0:0:9");
        assertThat(told.scheme()).isEqualTo("https");
        assertThat(told.host()).isEqualTo("shop.example:8443");
    }

    @Test
    void an_endless_list_of_hops_costs_nothing() throws UnknownHostException {
        assertThat(client("10.0.0.1", "10.1.1.1, ".repeat(50_000) + "10.1.1.1")).isEqualTo("10.1.1.1");
    }

    @Test
    void settings_that_are_no_networks_or_everybody_trust_nobody() {
        assertThat(Network.list("0.0.0.0/0, ::/0, proxy.example, 10.0.0.0/33, 1.2.3.4/, /8"))
                .isEmpty();
        assertThat(Network.list("10.0.0.0/8 192.168.0.0/16,::1")).hasSize(3);
    }

    @Test
    void a_proxy_in_our_own_network_that_is_not_trusted_is_told_of_and_a_stranger_with_a_header_is_not()
            throws UnknownHostException {
        Unheeded unheeded = new Unheeded();

        unheeded.saw(InetAddress.getByName("203.0.113.9"));
        assertThat(unheeded.addresses()).isEmpty();
        for (int i = 0; i < 50; i++) unheeded.saw(InetAddress.getByName("192.168.1." + i));
        unheeded.saw(InetAddress.getByName("192.168.1.0"));

        assertThat(unheeded.addresses()).hasSize(Unheeded.MOST).startsWith("192.168.1.0");
    }

    private @Nullable String client(String peer, String header) throws UnknownHostException {
        return proxies.told(InetAddress.getByName(peer), forwarded(header))
                .map(told -> told.client().getHostAddress())
                .orElse(null);
    }

    private static HeaderMap forwarded(String header) {
        HeaderMap headers = new HeaderMap();
        for (String one : List.of(header)) headers.add(Headers.X_FORWARDED_FOR, one);
        return headers;
    }
}
