package de.hypersoft.esolutions.connector.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connector dies at every place where the world outside can tell: before and after each request it sends. */
class CrashTest {

    private static final int MORE_THAN_ENOUGH = 60;

    @ParameterizedTest
    @EnumSource(
            value = Gate.Fate.class,
            names = {"LOSE_REQUEST", "LOSE_ANSWER"})
    void T28_a_crash_at_any_request_leaves_one_booking_one_ticket_and_every_event(Gate.Fate fate, @TempDir Path folder)
            throws IOException {
        int place = 1;
        while (crashAt(place, fate, Files.createDirectory(folder.resolve("crash-" + place)))) place++;

        assertThat(place).isBetween(10, MORE_THAN_ENOUGH);
    }

    /** @return whether the run was long enough to crash at this place */
    private boolean crashAt(int place, Gate.Fate fate, Path folder) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        boolean[] dead = {false};
        AtomicReference<Rig> holder = new AtomicReference<>();
        Function<String, Gate.Fate> plan = request -> {
            if (requests.incrementAndGet() == place) {
                dead[0] = true;
                kill(Objects.requireNonNull(holder.get()));
                return fate;
            }
            return dead[0] ? Gate.Fate.LOSE_REQUEST : Gate.Fate.PASS;
        };
        try (Rig rig = new Rig(folder, Optional.of(plan))) {
            holder.set(rig);
            rig.portal.place("A");
            run(rig, dead);
            assertThat(rig.bookings()).as("bookings, crash at %s", place).hasSize(1);
            assertThat(rig.tickets()).as("tickets, crash at %s", place).hasSize(1);
            assertThat(rig.portal.transfer("A").events.values())
                    .as("events, crash at %s", place)
                    .containsExactly("BOOKED", "RELEASED", "SIGNED");
            return requests.get() >= place;
        }
    }

    private static void run(Rig rig, boolean[] dead) throws IOException {
        boolean over = false;
        for (int turn = 0; turn < 8 && !over; turn++) {
            over = rig.portal.transfer("A").events.size() == 3; // and one turn more, which must change nothing
            try {
                rig.turn();
                rig.report();
            } catch (IOException died) {
                assertThat(dead[0])
                        .as(() -> "died without being killed: " + died)
                        .isTrue();
            }
            if (dead[0]) {
                dead[0] = false;
                rig.restart();
            }
        }
    }

    private static void kill(Rig rig) {
        try {
            rig.kill();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
