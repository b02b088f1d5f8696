package de.hypersoft.esolutions.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RarelyTest {

    private final AtomicLong now = new AtomicLong();
    private final Rarely rarely = new Rarely(now::get);

    @Test
    void a_stranger_writes_one_line_a_minute_however_often_he_tries() {
        assertThat(rarely.line("refused", "198.51.100.7")).hasValue("refused: 198.51.100.7");
        for (int i = 0; i < 1000; i++)
            assertThat(rarely.line("refused", "198.51.100.7")).isEmpty();

        now.addAndGet(61_000_000_000L);
        assertThat(rarely.line("refused", "198.51.100.8"))
                .hasValue("refused: 198.51.100.8 (1000 more of this kind since the last line)");
    }

    @Test
    void kinds_do_not_hide_each_other() {
        rarely.line("refused", "198.51.100.7");

        assertThat(rarely.line("ended", "198.51.100.7")).isPresent();
    }
}
