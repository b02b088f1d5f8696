package de.hypersoft.esolutions.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundedLogTest {

    private final AtomicLong now = new AtomicLong();
    private final BoundedLog log = new BoundedLog(now::get);

    @Test
    void what_a_stranger_causes_ten_thousand_times_is_a_hundred_lines_and_a_count() {
        int lines = 0;
        for (int i = 0; i < 10_000; i++)
            if (log.isLoggable(line("web", Level.WARNING, "cannot read " + i, null))) lines++;
        assertThat(lines).isEqualTo(100);

        now.addAndGet(61_000_000_000L);
        LogRecord next = line("web", Level.WARNING, "cannot read this", null);
        assertThat(log.isLoggable(next)).isTrue();
        assertThat(next.getMessage()).isEqualTo("cannot read this (and 9900 more of this kind that were left out)");
    }

    @Test
    void traces_are_fewer_since_each_has_a_hundred_lines() {
        int lines = 0;
        for (int i = 0; i < 1_000; i++)
            if (log.isLoggable(line("web", Level.SEVERE, "incident", new IllegalStateException()))) lines++;

        assertThat(lines).isEqualTo(20);
    }

    @Test
    void one_kind_does_not_hide_another() {
        for (int i = 0; i < 1_000; i++) log.isLoggable(line("web", Level.WARNING, "cannot read", null));

        assertThat(log.isLoggable(line("web", Level.SEVERE, "incident", null))).isTrue();
        assertThat(log.isLoggable(line("orders", Level.WARNING, "no till", null)))
                .isTrue();
    }

    @Test
    void a_line_that_goes_to_console_and_file_is_one_line() {
        BoundedLog console = new BoundedLog();
        BoundedLog file = new BoundedLog();
        for (int i = 0; i < 100; i++) {
            LogRecord line = line("two handlers", Level.WARNING, "cannot read", null);
            assertThat(console.isLoggable(line)).isTrue();
            assertThat(file.isLoggable(line)).isTrue();
        }
    }

    private static LogRecord line(String logger, Level level, String text, @Nullable Throwable thrown) {
        LogRecord line = new LogRecord(level, text);
        line.setLoggerName(logger);
        line.setThrown(thrown);
        return line;
    }
}
