package de.hypersoft.esolutions.http.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "br, gzip",
                "gzip, deflate, br, zstd",
                "gzip;q=0.1",
                "br;q=1, gzip ; Q=0.8",
                "*",
                "*;q=0.5"
            })
    void who_says_so_gets_it_packed(String header) {
        assertThat(AcceptEncoding.takesGzip(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "br",
                "gzip;q=0",
                "gzip;q=0.000",
                "gzip ; q=0.000",
                "*, gzip;q=0",
                "*;q=0",
                "x-gzipped",
                "gzip;level=9",
                ";;;",
                "gzip;q=a"
            })
    void who_does_not_gets_it_plain(String header) {
        assertThat(AcceptEncoding.takesGzip(header)).isFalse();
    }

    @Test
    void who_says_nothing_gets_it_plain() {
        assertThat(AcceptEncoding.takesGzip(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip ; q=0.000", "*;q=0", "identity;q=0", "br;q=1, gzip;q=0"})
    void who_takes_nothing_packed_asks_the_server_behind_for_nothing(String header) {
        HeaderMap headers = new HeaderMap().put(Headers.ACCEPT_ENCODING, header);

        AcceptEncoding.simplify(headers);

        assertThat(headers.contains(Headers.ACCEPT_ENCODING)).isFalse();
    }

    @Test
    void who_weighs_it_asks_the_server_behind_for_it_plainly() {
        HeaderMap headers = new HeaderMap();
        headers.addAll(Headers.ACCEPT_ENCODING, List.of("br;q=1", "*;q=0.1"));

        AcceptEncoding.simplify(headers);

        assertThat(List.copyOf(headers.get(Headers.ACCEPT_ENCODING))).containsExactly("gzip");
    }

    @Test
    void a_list_of_names_stays_as_it_was_sent() {
        HeaderMap headers = new HeaderMap().put(Headers.ACCEPT_ENCODING, "gzip, deflate, br");

        AcceptEncoding.simplify(headers);

        assertThat(headers.getFirst(Headers.ACCEPT_ENCODING)).isEqualTo("gzip, deflate, br");
    }
}
