package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes through a line that stays open is the listener's alone, and the line ends with the right to it. */
@SystemTest
class LiveScopesIT {

    /** As arquillian.xml sets it. */
    private static final Duration BEAT = Duration.ofSeconds(3);

    private static final Duration TWO_BEATS = BEAT.multipliedBy(2).plusSeconds(5);

    private final ScopeStage stage = new ScopeStage();

    @Test
    void nobody_hears_of_orders_elsewhere_and_a_line_ends_with_its_session_its_user_or_its_locations() {
        Asker signedOut = stage.again("one");
        Asker deactivated = stage.again("target");
        Asker moved = stage.again("two");
        try (LiveStream place = listen("place");
                LiveStream sister = listen("sister");
                LiveStream other = listen("other");
                LiveStream empty = listen("nothing");
                LiveStream leaves = LiveStream.of("/portal/live", "", signedOut);
                LiveStream goes = LiveStream.of("/portal/live", "", deactivated);
                LiveStream elsewhere = LiveStream.of("/portal/live", "", moved);
                LiveStream guest = status("order-token");
                LiveStream ordering = status(order())) {

            Eventually.eventually("the order of a1", place::words, words -> words.contains("ORDER_WAITING"));
            awaitBeat(List.of(sister, other, empty, guest));
            for (LiveStream stranger : List.of(sister, other, empty, guest))
                assertThat(stranger.words()).as("of somebody elsewhere").containsExactly("hello");
            assertThat(leaves.words()).contains("ORDER_WAITING");

            assertThat(signedOut.post("/portal/sign-out", Map.of()).status()).isEqualTo(303);
            staff("/deactivation", Map.of());
            stage.move("two", "a1");

            Eventually.within(TWO_BEATS, "signed out", leaves::ended, ended -> ended);
            Eventually.within(TWO_BEATS, "deactivated", goes::ended, ended -> ended);
            Eventually.within(TWO_BEATS, "moved elsewhere", elsewhere::ended, ended -> ended);
            assertThat(sister.ended()).as("of the same person, moved too").isTrue();
            for (LiveStream stays : List.of(place, other, ordering))
                assertThat(stays.ended()).isFalse();
        }
    }

    private LiveStream listen(String column) {
        return LiveStream.of("/portal/live", "", stage.asker(column));
    }

    private LiveStream status(String order) {
        String token = order.contains("token") ? stage.filled("{" + order + "}", "") : order;
        return LiveStream.of("/orders/" + token + "/live", stage.host("a"), Asker.stranger());
    }

    private void staff(String act, Map<String, String> form) {
        assertThat(stage.asker("staff")
                        .post("/portal/users/" + stage.filled("{user}", "") + act, form)
                        .status())
                .isEqualTo(303);
    }

    /** Placed now at a1. @return the secret of its page */
    private String order() {
        Asker.Answer placed = Asker.stranger()
                .json(
                        "POST",
                        "/api/v1/orders",
                        stage.host("a"),
                        Storefront.pizza(stage.filled("{a1-slug}", ""))
                                .replace("5550100", "5550177")
                                .replace("gerda@", "another@"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return ScopeStage.found(placed.body(), "/orders/([A-Za-z0-9_-]{20,})");
    }

    private static void awaitBeat(List<LiveStream> streams) {
        for (LiveStream stream : streams) {
            long before = stream.beats();
            Eventually.within(TWO_BEATS, "a beat", stream::beats, beats -> beats > before);
        }
    }
}
