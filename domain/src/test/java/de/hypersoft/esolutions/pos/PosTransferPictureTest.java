package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PosTransferPictureTest {

    @Test
    void the_picture_in_the_architecture_shows_exactly_the_moves_of_the_enum() throws IOException {
        String text = Files.readString(Path.of("..", "ARCHITECTURE.md"));
        List<String> drawn = Arrays.stream(text.split("\n"))
                .map(String::strip)
                .filter(line -> line.matches("[A-Z_]+ --> [A-Z_]+"))
                .toList();

        List<String> allowed = new ArrayList<>();
        for (PosTransfer from : PosTransfer.values()) from.next().forEach(to -> allowed.add(from + " --> " + to));

        assertThat(drawn).containsExactlyInAnyOrderElementsOf(allowed);
    }

    /** The enum draws the picture, the verbs of {@link Transfer} make the moves: neither may know a move the other lacks. */
    @Test
    void the_verbs_make_exactly_the_moves_of_the_enum() {
        Instant now = Instant.parse("2026-11-22T18:03:00Z");
        Duration lease = Duration.ofSeconds(60);
        Duration fresh = Duration.ofMinutes(60);
        UUID till = UUID.randomUUID();
        Transfer pending = Transfer.opened(UUID.randomUUID(), now, now);
        Transfer claimed = pending.claim(till, "Kasse 1", now, lease, fresh);
        List<Transfer> states = List.of(
                pending,
                claimed,
                claimed.acknowledge(till, 1, now),
                pending.tick("Anna", null, now),
                pending.withdraw("Anna", null, now));
        Instant afterLease = now.plus(lease);
        List<UnaryOperator<Transfer>> verbs = List.of(
                t -> t.claim(UUID.randomUUID(), "Kasse 2", afterLease, lease, fresh),
                t -> t.acknowledge(till, t.fence(), now),
                t -> t.tick("Anna", null, afterLease),
                t -> t.withdraw("Anna", null, afterLease),
                t -> t.untick(now),
                t -> t.giveBack(now),
                t -> t.refuse(till, t.fence(), now),
                t -> t.release(now),
                t -> t.handOver(Duration.ZERO, afterLease));

        Map<PosTransfer, Set<PosTransfer>> made = new EnumMap<>(PosTransfer.class);
        for (Transfer from : states) made.put(from.state(), reached(from, verbs));

        for (PosTransfer state : PosTransfer.values())
            assertThat(made.get(state)).as("%s", state).isEqualTo(state.next());
    }

    private static Set<PosTransfer> reached(Transfer from, List<UnaryOperator<Transfer>> verbs) {
        Set<PosTransfer> reached = EnumSet.noneOf(PosTransfer.class);
        for (UnaryOperator<Transfer> verb : verbs) {
            try {
                Transfer after = verb.apply(from);
                if (after != from) reached.add(after.state());
            } catch (TransferRefused notFromHere) {
                assertThat(notFromHere.transfer()).isEqualTo(from);
            }
        }
        return reached;
    }
}
