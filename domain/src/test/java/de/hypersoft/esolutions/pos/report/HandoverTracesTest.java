package de.hypersoft.esolutions.pos.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.pos.AcknowledgeOrders.Item;
import de.hypersoft.esolutions.pos.ClaimOrders.Journal;
import de.hypersoft.esolutions.pos.Counter;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import jakarta.json.JsonArray;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What managers and tills wrote about a guest beside the order. */
@OnBothDatabases
class HandoverTracesTest {

    private static final Actor ANN = Actor.user("u1", "Ann");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Counter counter;
    private final HandoverTraces traces;

    HandoverTracesTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, clock);
        this.traces = new HandoverTraces(store.entities());
    }

    @Test
    void an_order_that_nobody_wrote_about_has_none() {
        GuestTraces.Of quiet = of(counter.placed());

        assertThat(export(quiet)).isEmpty();
        assertThat(erase(quiet)).isZero();
    }

    @Test
    void each_text_that_names_the_guest_is_handed_out_and_taken_out_once() {
        OrderId booked = booked("Familie Grünwald, Tisch 4", "{\"gast\":\"Grünwald\",\"bon\":17}");
        counter.voidOrders().ask(everywhere(), ANN, booked, "Grünwald hat angerufen");
        GuestTraces.Of of = of(booked);

        assertThat(export(of).toString())
                .contains("\"detail\":\"Grünwald hat angerufen\"")
                .contains("\"event\":\"BOOKED\"")
                .contains("\"reason\":\"Familie Grünwald, Tisch 4\"")
                .contains("\\\"bon\\\":17");
        assertThat(erase(of)).isGreaterThanOrEqualTo(2);
        assertThat(export(of).toString()).doesNotContain("Grünwald").contains(Redaction.GAP, "Tisch 4", "17");
        assertThat(erase(of)).isZero();
    }

    @Test
    void what_names_nobody_stays_and_other_orders_are_left_alone() {
        OrderId plain = booked("zu spät", "{\"bon\":18}");
        OrderId other = booked("Grünwald wartet", "{\"bon\":19}");

        assertThat(erase(of(plain))).isZero();
        assertThat(export(of(plain)).toString()).contains("zu spät");
        assertThat(export(of(other)).toString()).contains("Grünwald wartet");
    }

    private OrderId booked(String reason, String receipt) {
        String name = "till " + UUID.randomUUID();
        TillId till = counter.till(name);
        OrderId order = counter.placed();
        long fence = counter.claims()
                .claim(till, new Journal(name, 1), 20)
                .claims()
                .get(0)
                .fence();
        counter.acknowledgements().acknowledge(till, new Journal(name, 2), List.of(new Item(order.toString(), fence)));
        counter.reports()
                .report(till, order, new ReportEvents.Report(fence, 1, EventType.BOOKED, null, reason, receipt));
        return order;
    }

    private int erase(GuestTraces.Of of) {
        return store.in(() -> traces.erase(List.of(of)));
    }

    private JsonArray export(GuestTraces.Of of) {
        return store.in(() -> traces.export(of));
    }

    private GuestTraces.Of of(OrderId order) {
        return new GuestTraces.Of(
                order.value(),
                counter.location().tenant().value(),
                "2026-000001",
                Redaction.of("Greta Grünwald", "030 1", List.of()));
    }

    private Scope everywhere() {
        return Scope.all(counter.location().tenant());
    }
}
