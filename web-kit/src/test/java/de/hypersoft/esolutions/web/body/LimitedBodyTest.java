package de.hypersoft.esolutions.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitedBodyTest {

    @ParameterizedTest
    @CsvSource({
        "99, false",
        "100, false",
        "101, true",
        "4294967396, true",
        "99999999999999999999999, true",
        "-1, false",
        "many, false",
        "'', false"
    })
    void a_length_is_believed_when_it_is_too_much_however_much_it_is(String length, boolean tooMuch) {
        assertThat(LimitedBody.isAnnounced(length, 100)).isEqualTo(tooMuch);
        assertThat(LimitedBody.isAnnounced(null, 100)).isFalse();
    }

    @Test
    void a_body_ends_at_its_limit_however_it_is_read() throws IOException {
        assertThat(body(100, 100).readAllBytes()).hasSize(100);
        assertThatThrownBy(() -> body(101, 100).readAllBytes()).isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> body(101, 100).skip(101)).isInstanceOf(TooLarge.class);
        LimitedBody one = body(2, 1);
        one.read();
        assertThatThrownBy(one::read).isInstanceOf(TooLarge.class);
    }

    private static LimitedBody body(int bytes, int most) {
        return new LimitedBody(new ByteArrayInputStream(new byte[bytes]), most, TooLarge::new);
    }

    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
