package de.hypersoft.esolutions.web;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(RequestHeaders.takesGzip(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "br",
                "gzip;q=0",
                "gzip;q=0.000",
                "*, gzip;q=0",
                "*;q=0",
                "x-gzipped",
                "gzip;level=9",
                ";;;",
                "gzip;q=a"
            })
    void who_does_not_gets_it_plain(String header) {
        assertThat(RequestHeaders.takesGzip(header)).isFalse();
    }

    @Test
    void who_says_nothing_gets_it_plain() {
        assertThat(RequestHeaders.takesGzip(null)).isFalse();
    }
}
