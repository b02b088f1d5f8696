package de.hypersoft.esolutions.ordering.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class OrderFiguresTest {

    private static final OrderFigures.Span NOON = span("2026-11-22T11:00:00Z", "2026-11-22T12:00:00Z");
    private static final OrderFigures.Span ONE = span("2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z");
    private static final OrderFigures.Figure NONE = new OrderFigures.Figure(0, 0);
    private static final Instant NOW = Instant.parse("2026-11-22T12:30:00Z");

    private final Store store;
    private final OrderFigures figures;
    private final Location location;
    private final Scope scope;

    OrderFiguresTest(Store store) {
        this.store = store;
        this.figures = new OrderFigures(store.entities());
        this.location = WaitingOrder.at(store, NOW, null);
        this.scope = Scope.all(location.tenant());
    }

    @Test
    void orders_count_in_the_span_in_which_they_were_placed_its_end_excluded() {
        place("2026-11-22T10:59:59Z");
        place("2026-11-22T11:00:00Z");
        place("2026-11-22T11:59:59Z");
        place("2026-11-22T12:00:00Z");

        assertThat(of(scope, NOON, ONE))
                .containsExactly(new OrderFigures.Figure(2, 4_760), new OrderFigures.Figure(1, 2_380));
    }

    @Test
    void what_was_cancelled_or_rejected_is_no_turnover() {
        end(place("2026-11-22T11:10:00Z"), OrderStatus.CANCELLED);
        end(place("2026-11-22T11:20:00Z"), OrderStatus.REJECTED);
        end(place("2026-11-22T11:30:00Z"), OrderStatus.COMPLETED);

        assertThat(of(scope, NOON)).containsExactly(new OrderFigures.Figure(1, 2_380));
    }

    @Test
    void T49_nobody_counts_what_lies_outside_the_scope() {
        place("2026-11-22T11:10:00Z");
        LocationId other = new LocationId(UUID.randomUUID());

        assertThat(of(Scope.only(location.tenant(), Set.of(other)), NOON)).containsExactly(NONE);
        assertThat(of(Scope.only(location.tenant(), Set.of(location.id())), NOON))
                .containsExactly(new OrderFigures.Figure(1, 2_380));
        assertThat(of(scope.in(other), NOON)).containsExactly(NONE);
        assertThat(of(Scope.all(WaitingOrder.at(store, NOW, null).tenant()), NOON))
                .containsExactly(NONE);
    }

    @Test
    void what_is_over_is_read_once_and_the_running_span_every_time() {
        place("2026-11-22T11:10:00Z");
        of(scope, NOON, ONE);
        place("2026-11-22T12:10:00Z");

        assertThat(store.statementsIn(() -> figures.of(scope, List.of(NOON, ONE), NOW)))
                .isEqualTo(1);
        assertThat(of(scope, NOON, ONE))
                .containsExactly(new OrderFigures.Figure(1, 2_380), new OrderFigures.Figure(1, 2_380));
    }

    @Test
    void when_the_memory_is_full_it_begins_anew_and_no_figure_that_was_known_is_shown_as_none() {
        place("2026-11-22T11:10:00Z");
        of(scope, NOON);
        List<OrderFigures.Span> others = IntStream.range(0, 1_999)
                .mapToObj(i -> new OrderFigures.Span(Instant.EPOCH.plusSeconds(i), Instant.EPOCH.plusSeconds(i + 1)))
                .toList();
        store.run(() -> figures.of(scope, others, NOW));
        assertThat(store.statementsIn(() -> figures.of(scope, List.of(NOON), NOW)))
                .as("two thousand are kept")
                .isZero();
        of(scope, span("2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z"));

        assertThat(of(scope, NOON)).containsExactly(new OrderFigures.Figure(1, 2_380));
        assertThat(store.statementsIn(() -> figures.of(scope, others.subList(0, 1), NOW)))
                .as("what was kept before that")
                .isEqualTo(1);
    }

    private UUID place(String at) {
        return WaitingOrder.in(
                location, store, Instant.parse(at), UUID.randomUUID().toString().substring(0, 20));
    }

    private void end(UUID order, OrderStatus status) {
        store.run(() -> store.entities()
                .createNativeQuery("update ordering.customer_order set status = :status where id = :id")
                .setParameter("status", status.name())
                .setParameter("id", order)
                .executeUpdate());
    }

    private List<OrderFigures.Figure> of(Scope whose, OrderFigures.Span... spans) {
        return store.in(() -> figures.of(whose, List.of(spans), NOW));
    }

    private static OrderFigures.Span span(String from, String until) {
        return new OrderFigures.Span(Instant.parse(from), Instant.parse(until));
    }
}
