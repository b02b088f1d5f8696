package de.hypersoft.esolutions.acme.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.testing.HandClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AcmeCallsTest {

    private final HandClock clock = HandClock.at("2026-11-22T12:00:00Z");

    @Test
    void an_answer_that_stalls_in_its_middle_is_given_up_and_the_next_call_is_made() throws Exception {
        AcmeCalls calls = new AcmeCalls(clock, Duration.ofSeconds(1));
        try (ServerSocket authority = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket line = new Socket(authority.getInetAddress(), authority.getLocalPort());
                Socket silent = authority.accept();
                InputStream body = line.getInputStream()) {
            silent.getOutputStream().write('{');
            assertThatThrownBy(() -> calls.of(body::readAllBytes))
                    .isInstanceOfSatisfying(AcmeRefused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(AcmeFailure.UNREACHABLE));

            assertThat(calls.of(() -> "known")).isEqualTo("known");
        }
    }

    @Test
    void where_all_calls_stall_no_more_are_begun() throws Exception {
        AcmeCalls calls = new AcmeCalls(clock, Duration.ofMillis(20));
        try (ServerSocket authority = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket line = new Socket(authority.getInetAddress(), authority.getLocalPort());
                Socket silent = authority.accept();
                InputStream body = line.getInputStream()) {
            assertThat(silent.isConnected()).isTrue();
            for (int call = 0; call < 4; call++)
                assertThatThrownBy(() -> calls.of(body::readAllBytes)).isInstanceOf(AcmeRefused.class);

            assertThatThrownBy(() -> calls.of(() -> "known"))
                    .isInstanceOf(AcmeRefused.class)
                    .hasMessageContaining("have not come to an end");
        }
    }

    @Test
    void what_goes_wrong_on_the_way_is_told_as_if_it_had_been_asked_for_here() {
        AcmeCalls calls = new AcmeCalls(clock);
        assertThatThrownBy(() -> calls.of(() -> {
                    throw new IOException("connection reset");
                }))
                .isInstanceOfSatisfying(AcmeRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(AcmeFailure.UNREACHABLE));
        assertThatThrownBy(() -> calls.of(() -> {
                    throw new AcmeRefused(AcmeFailure.TERMS, "terms", Duration.ZERO);
                }))
                .isInstanceOfSatisfying(AcmeRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(AcmeFailure.TERMS));
    }
}
