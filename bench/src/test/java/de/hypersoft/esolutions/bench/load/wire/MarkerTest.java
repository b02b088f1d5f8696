package de.hypersoft.esolutions.bench.load.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class MarkerTest {

    @Test
    void it_is_found_wherever_it_stands_and_nowhere_else() {
        Marker marker = new Marker("\"Dish 11\"");

        assertThat(marker.in(bytes("\"Dish 11\""))).isTrue();
        assertThat(marker.in(bytes("\"Dish 1\",\"Dish 111\",\"Dish 11\""))).isTrue();
        assertThat(marker.in(bytes("\"Dish 11\",\"Dish 12\""))).isTrue();
        assertThat(marker.in(bytes("\"Dish 111\""))).isFalse();
        assertThat(marker.in(bytes("\"Dish 11"))).isFalse();
        assertThat(marker.in(bytes(""))).isFalse();
        assertThat(new Marker("aab").in(bytes("aaaab"))).isTrue();
        assertThat(new Marker("ä").in(bytes("Käse"))).isTrue();
    }

    @Test
    void a_compressed_answer_is_unpacked_before_it_is_looked_into() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes("Dish 7"));
        }
        Answer answer = new Answer(200, "HTTP/1.1 200 OK\r\ncontent-encoding: gzip", packed.toByteArray());
        Known known = new Known(2);

        known.check(1, answer, List.of(new Marker("Dish 7")));

        assertThatThrownBy(() -> known.check(0, answer, List.of(new Marker("Dish 8"))))
                .isInstanceOf(WrongAnswer.class)
                .hasMessageContaining("without Dish 8: 200 Dish 7");
    }

    @Test
    void no_other_status_than_200_is_right() {
        Answer answer = new Answer(503, "HTTP/1.1 503 Service Unavailable", bytes("Dish 7"));

        assertThatThrownBy(() -> new Known(1).check(0, answer, List.of(new Marker("Dish 7"))))
                .isInstanceOf(WrongAnswer.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
