package de.hypersoft.esolutions.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.kernel.outbox.OutboxRow;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class InsertsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00.123456Z");

    private final Store store;
    private final Location first;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    InsertsTest(Store store) {
        this.store = store;
        this.first = TestLocations.open(store, NOW);
    }

    public record Rung(String type, String aggregate) implements DomainEvent {}

    @Test
    void what_is_inserted_so_is_read_like_what_the_entity_manager_inserts_nulls_and_all() {
        Location one = location("one");
        Location two = location("two");

        store.run(() -> {
            new Inserts(store.entities()).add(one).run();
            store.entities().persist(two);
        });

        assertThat(row(one)).usingRecursiveComparison().isEqualTo(row(two));
        assertThat(row(one)).containsEntry("PAUSED_UNTIL", null).containsEntry("CUTOFF", row(two).get("CUTOFF"));
    }

    @Test
    void rows_of_several_tables_are_one_statement_and_the_database_makes_the_keys_it_makes() {
        Location made = location("made");
        long statements = store.statementsIn(() -> {
            Inserts inserts = new Inserts(store.entities()).add(made);
            for (String listener : List.of("left", "right"))
                inserts.add(new OutboxRow(listener, new Rung("rung/1", run), NOW));
            inserts.addRow("ordering.pace", List.of("key_hash", "busy_until"), List.of("hash " + run, 12L));
            assertThat(inserts.run()).isTrue();
        });

        assertThat(statements).isEqualTo(1);
        assertThat(count("kernel.outbox where aggregate = '" + run + "'")).isEqualTo(2);
        assertThat(count("ordering.pace where key_hash = 'hash " + run + "' and busy_until = 12"))
                .isOne();
    }

    @Test
    void whether_the_first_row_was_let_in_is_told() {
        Condition there = new Condition(
                "exists (select 1 from tenancy.location l where l.id = ? and l.slug = ?)",
                List.of(first.id().value(), first.slug()));
        Condition elsewhere = new Condition("1 = ?", List.of(2));

        assertThat(store.in(() -> new Inserts(store.entities())
                        .addWhere(location("in"), there)
                        .run()))
                .isTrue();
        assertThat(store.in(() -> new Inserts(store.entities())
                        .addWhere(location("out"), there.and(elsewhere))
                        .addRow("ordering.pace", List.of("key_hash", "busy_until"), List.of("beside " + run, 1L))
                        .run()))
                .isFalse();
        assertThat(count("tenancy.location where slug = 'in-" + run + "'")).isOne();
        assertThat(count("tenancy.location where slug = 'out-" + run + "'")).isZero();
    }

    @Test
    void several_together_need_a_statement_for_each_table_and_store_the_same() {
        List<Location> made = List.of(location("m1"), location("m2"), location("m3"));
        Condition there = new Condition(
                "exists (select 1 from tenancy.location l where l.id = ?)",
                List.of(first.id().value()));

        long statements = store.statementsIn(() -> assertThat(Inserts.run(made.stream()
                        .map(one -> new Inserts(store.entities())
                                .addWhere(one, there)
                                .add(new OutboxRow("left", new Rung("rung/1", one.slug()), NOW)))
                        .toList()))
                .isTrue());

        assertThat(statements).isEqualTo(2);
        assertThat(count("kernel.outbox where aggregate like 'm%-" + run + "'")).isEqualTo(3);
        assertThat(row(made.get(2))).usingRecursiveComparison().isEqualTo(row(made.get(0)));
    }

    @Test
    void of_several_together_one_that_is_not_let_in_is_told() {
        Condition there = new Condition("1 = ?", List.of(1));
        Condition elsewhere = new Condition("1 = ?", List.of(2));

        assertThat(store.in(() -> Inserts.run(List.of(
                        new Inserts(store.entities()).addWhere(location("n1"), there),
                        new Inserts(store.entities()).addWhere(location("n2"), elsewhere)))))
                .isFalse();
        assertThat(store.in(
                        () -> Inserts.run(List.of(new Inserts(store.entities()).addWhere(location("n3"), elsewhere)))))
                .isFalse();
    }

    @Test
    void of_several_together_a_taken_key_is_a_lost_race_too() {
        Location twice = location("twice");

        assertThatThrownBy(() -> store.run(() -> Inserts.run(
                        List.of(new Inserts(store.entities()).add(twice), new Inserts(store.entities()).add(twice)))))
                .isInstanceOf(ConstraintViolationException.class);
        assertThat(count("tenancy.location where slug = 'twice-" + run + "'")).isZero();
    }

    @Test
    void a_taken_key_is_a_lost_race_as_with_the_entity_manager() {
        Location again = location("again");
        store.run(() -> new Inserts(store.entities()).add(again).run());

        assertThatThrownBy(() ->
                        store.run(() -> new Inserts(store.entities()).add(again).run()))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void what_is_not_one_column_each_or_not_first_is_a_mistake_of_the_caller() {
        Tenant embeds = new Tenant(run, "Linde", Currency.getInstance("EUR"), "#225522", "de", NOW);

        assertThatThrownBy(() -> store.run(() -> new Inserts(store.entities()).add(embeds)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.run(() -> new Inserts(store.entities())
                        .add(location("a"))
                        .addWhere(location("b"), new Condition("1 = 1", List.of()))))
                .isInstanceOf(IllegalStateException.class);
    }

    private Location location(String name) {
        return new Location(first.tenant(), name + "-" + run, first.details(), NOW);
    }

    private long count(String rows) {
        return store.in(() -> ((Number) store.entities()
                        .createNativeQuery("select count(*) from " + rows)
                        .getSingleResult())
                .longValue());
    }

    /** All columns but those that tell two locations apart. */
    private Map<String, Object> row(Location location) {
        return store.in(() -> {
            Map<String, Object> columns = new TreeMap<>();
            Tuple row = (Tuple) store.entities()
                    .createNativeQuery("select * from tenancy.location where id = ?1", Tuple.class)
                    .setParameter(1, location.id().value())
                    .getSingleResult();
            row.getElements()
                    .forEach(column -> columns.put(column.getAlias().toUpperCase(Locale.ROOT), row.get(column)));
            columns.keySet().removeAll(List.of("ID", "SLUG"));
            return columns;
        });
    }
}
