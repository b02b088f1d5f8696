package de.hypersoft.esolutions.kernel.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @AfterEach
    void leave() {
        LogContext.end();
    }

    @Test
    void a_request_leaves_nothing_to_the_next_one_on_its_thread() {
        LogContext.begin(TRACE);
        assertThat(LogContext.trace()).isEqualTo(TRACE);

        LogContext.begin("");

        assertThat(LogContext.trace()).isNull();
    }

    @Test
    void nobody_else_has_it() {
        LogContext.begin(TRACE);

        assertThat(CompletableFuture.supplyAsync(() -> String.valueOf(LogContext.trace()))
                        .join())
                .isEqualTo("null");
        LogContext.end();
        assertThat(LogContext.trace()).isNull();
    }
}
