package de.hypersoft.esolutions.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class OneLineTest {

    private static final String FORGED = "550 no\r\n2026-11-29T20:00:00.000Z WARN  [orders] all well\u2028more\u202e";
    private static final String SHOWN =
            "550 no\\r\\n2026-11-29T20:00:00.000Z WARN  [orders] all well\\u2028more\\u202e";

    private final BoundedLog log = new BoundedLog(() -> 0);

    @Test
    void what_a_mail_server_says_is_no_line_of_its_own() {
        LogRecord line = line("de.hypersoft.esolutions.timers", "mail server: " + FORGED);

        assertThat(log.isLoggable(line)).isTrue();

        assertThat(line.getMessage()).isEqualTo("mail server: " + SHOWN);
    }

    @Test
    void nor_is_what_stands_in_the_place_of_a_parameter_or_in_a_failure() {
        LogRecord line = line("org.acme", "said %s of %d");
        line.setParameters(new Object[] {FORGED, 7, null});
        IOException inner = new IOException(FORGED);
        inner.addSuppressed(new IllegalStateException(FORGED));
        line.setThrown(new IllegalStateException("it failed", inner));

        log.isLoggable(line);

        assertThat(line.getMessage()).isEqualTo("said %s of %d");
        assertThat(line.getParameters()).containsExactly(SHOWN, 7, null);
        assertThat(line.getThrown()).hasToString("java.lang.IllegalStateException: it failed");
        Throwable cause = Objects.requireNonNull(line.getThrown().getCause());
        assertThat(cause).hasToString("java.io.IOException: " + SHOWN);
        assertThat(cause.getStackTrace()).isEqualTo(inner.getStackTrace());
        assertThat(cause.getSuppressed()[0]).hasToString("java.lang.IllegalStateException: " + SHOWN);
    }

    @Test
    void whatever_is_one_line_stays_the_very_same_object() {
        IllegalStateException thrown = new IllegalStateException("plain \t words, ä and 漢");
        Object[] parameters = {"plain"};
        LogRecord line = line("org.acme", "plain {0}");
        line.setParameters(parameters);
        line.setThrown(thrown);

        log.isLoggable(line);

        assertThat(line.getThrown()).isSameAs(thrown);
        assertThat(line.getParameters()).isSameAs(parameters);
    }

    @Test
    void the_server_s_report_of_its_own_start_stays_as_it_is() {
        LogRecord line = line("org.jboss.as.controller", "WFLYCTL0186:\n  missing: a\n  missing: b");

        log.isLoggable(line);

        assertThat(line.getMessage()).contains("\n  missing: b");
    }

    private static LogRecord line(String logger, String text) {
        LogRecord line = new LogRecord(Level.WARNING, text);
        line.setLoggerName(logger);
        return line;
    }
}
