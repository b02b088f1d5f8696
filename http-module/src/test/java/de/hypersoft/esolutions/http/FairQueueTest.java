package de.hypersoft.esolutions.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairQueueTest {

    private final Client stranger = Client.of("stranger");
    private final Client guest = Client.of("guest");
    private final List<String> running = new ArrayList<>();

    @Test
    void a_client_that_has_its_share_waits_behind_itself_and_nobody_else() {
        FairQueue turns = new FairQueue(4, 100);
        for (int i = 0; i < 10; i++) enters(turns, stranger, 3, "stranger" + i);
        enters(turns, guest, 3, "guest");

        assertThat(running).containsExactly("stranger0", "stranger1", "stranger2", "guest");
    }

    @Test
    void whoever_leaves_lets_the_next_in_that_may() {
        FairQueue turns = new FairQueue(2, 100);
        enters(turns, stranger, 1, "stranger0");
        enters(turns, stranger, 1, "stranger1");
        enters(turns, guest, 1, "guest0");
        enters(turns, guest, 1, "guest1");

        turns.leave(guest);
        assertThat(running).containsExactly("stranger0", "guest0", "guest1");
        turns.leave(stranger);
        assertThat(running).containsExactly("stranger0", "guest0", "guest1", "stranger1");
    }

    @Test
    void a_client_cannot_fill_the_queue_for_others() {
        FairQueue turns = new FairQueue(1, 8);
        enters(turns, stranger, 1, "first");
        int waiting = 0;
        while (turns.enter(stranger, 1, () -> {})) waiting++;

        assertThat(waiting).isEqualTo(2);
        assertThat(turns.enter(guest, 1, () -> {})).isTrue();
    }

    @Test
    void all_that_entered_have_left_in_the_end() {
        FairQueue turns = new FairQueue(3, 100);
        for (int i = 0; i < 20; i++) enters(turns, i % 2 == 0 ? guest : stranger, 2, "n" + i);
        for (int i = 0; i < 20; i++)
            turns.leave(
                    running.size() > i && Integer.parseInt(running.get(i).substring(1)) % 2 == 0 ? guest : stranger);

        assertThat(running).hasSize(20);
        running.clear();
        for (int i = 0; i < 3; i++) enters(turns, i == 0 ? guest : stranger, 2, "again" + i);
        assertThat(running).hasSize(3);
    }

    private void enters(FairQueue turns, Client client, int share, String name) {
        assertThat(turns.enter(client, share, () -> running.add(name))).as(name).isTrue();
    }
}
