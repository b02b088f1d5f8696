package de.hypersoft.esolutions.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.outbox.DeliveredRow;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.kernel.outbox.OutboxRow;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A guest's words leave the log of acts and the outbox; who did what stays. */
@OnBothDatabases
class LogTracesTest {

    public record Told(String aggregate, String text) implements DomainEvent {
        @Override
        public String type() {
            return "told/1";
        }
    }

    private static final String REASON = "Anna Beispiel ruft nicht zurück";

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final LogTraces traces;
    private final UUID linde = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();

    LogTracesTest(Store store) {
        this.store = store;
        this.traces = new LogTraces(store.entities());
    }

    @Test
    void what_was_written_of_a_guest_goes_and_what_was_done_stays() {
        act(linde, "K-4711", REASON);
        act(linde, order.toString(), "ohne Worte");
        act(linde, "K-4712", REASON);
        act(UUID.randomUUID(), "K-4711", REASON);

        assertThat(erased()).isEqualTo(1);
        assertThat(exported())
                .containsExactlyInAnyOrder("order.cancel […] ruft nicht zurück", "order.cancel ohne Worte");
        assertThat(erased()).as("nothing is left to erase").isZero();
    }

    @Test
    void what_was_delivered_goes_and_what_waits_is_delivered_without_the_guest_s_words() {
        tell(order, REASON, true);
        tell(order, REASON, false);
        tell(order, "ohne Worte", false);
        tell(order, "auch ohne", false);
        tell(UUID.randomUUID(), REASON, true);

        assertThat(erased()).isEqualTo(2);
        assertThat(payloads())
                .hasSize(3)
                .anyMatch(text -> text.contains("[…] ruft"))
                .noneMatch(text -> text.contains("Anna"));
    }

    private int erased() {
        return store.in(() -> traces.erase(List.of(guest())));
    }

    private List<String> exported() {
        return store.in(() -> traces.export(guest()).stream()
                .map(act -> act.asJsonObject().getString("action") + " "
                        + act.asJsonObject().getString("detail"))
                .toList());
    }

    private GuestTraces.Of guest() {
        return new GuestTraces.Of(order, linde, "K-4711", Redaction.of("Anna Beispiel", "", List.of()));
    }

    private void act(UUID tenant, String subject, String detail) {
        store.run(() -> new Audit(store.entities(), clock)
                .record(Actor.user("1", "Maria"), tenant, "order.cancel", subject, detail));
    }

    private void tell(UUID of, String text, boolean delivered) {
        store.run(() -> {
            Told event = new Told(of.toString(), text);
            if (delivered) DeliveredRow.of("tell-guest", event, clock.instant(), store.entities());
            else store.entities().persist(new OutboxRow("tell-guest", event, clock.instant()));
        });
    }

    private List<String> payloads() {
        return store.in(() -> store.entities()
                .createQuery("select r.payload from OutboxRow r where r.aggregate = :order", String.class)
                .setParameter("order", order.toString())
                .getResultList());
    }
}
