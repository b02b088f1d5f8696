package de.hypersoft.esolutions.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.JDBCException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SqlTest {

    private static final String UNLESS_THERE = "insert into kernel.duty (name) select ? where not exists"
            + " (select 1 from kernel.duty d where d.name = ?)";

    private final Store store;
    private final Sql sql;
    private final String name = UUID.randomUUID().toString().substring(0, 20);

    SqlTest(Store store) {
        this.store = store;
        this.sql = new Sql(store.entities());
    }

    @Test
    void a_statement_for_many_counts_what_it_changed_and_is_one() {
        List<List<String>> three = List.of(twice("a"), twice("b"), twice("a"));

        assertThat(store.statementsIn(
                        () -> assertThat(sql.changeEach(UNLESS_THERE, three)).isEqualTo(2)))
                .isOne();
        assertThat(names(name + "a", name + "b", name + "c")).containsExactly(name + "a", name + "b");
    }

    @Test
    void what_is_rolled_back_with_the_entity_manager_was_never_there() {
        assertThatThrownBy(() -> store.run(() -> {
                    sql.change("insert into kernel.duty (name) values (?)", List.of(name));
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");

        assertThat(names(name)).isEmpty();
    }

    @Test
    void a_key_that_is_taken_is_told_as_the_entity_manager_tells_it() {
        store.run(() -> sql.change("insert into kernel.duty (name) values (?)", List.of(name)));

        assertThatThrownBy(
                        () -> store.run(() -> sql.change("insert into kernel.duty (name) values (?)", List.of(name))))
                .isInstanceOf(ConstraintViolationException.class)
                .satisfies(taken -> assertThat(DatabaseTrouble.of(taken)).contains(DatabaseTrouble.CHANGED_MEANWHILE));
        assertThatThrownBy(() -> store.run(() -> sql.changeEach(
                        "insert into kernel.duty (name) values (?)", List.of(List.of(name + "z"), List.of(name)))))
                .isInstanceOf(ConstraintViolationException.class);
        assertThat(names(name, name + "z")).containsExactly(name);
    }

    @Test
    void a_mistake_in_a_statement_is_told_as_one() {
        assertThatThrownBy(() -> store.run(() -> sql.change("delete from kernel.nothing", List.of())))
                .isInstanceOf(JDBCException.class);
    }

    @Test
    void an_instant_is_the_same_in_every_time_zone() {
        Instant at = Instant.parse("2026-10-25T00:30:00.123456Z");
        store.run(() -> sql.change(
                "insert into kernel.outbox (listener, type, aggregate, payload, created_at, attempts, due_at, done_at)"
                        + " values ('nobody', 'none/1', ?, '{}', ?, 0, ?, ?)",
                List.of(name, at, at, at)));

        assertThat(store.in(() -> store.entities()
                        .createQuery("select r.createdAt from OutboxRow r where r.aggregate = :name", Instant.class)
                        .setParameter("name", name)
                        .getSingleResult()))
                .isEqualTo(at);
    }

    @Test
    void lists_of_nearly_the_same_length_are_one_statement() {
        assertThat(IntStream.of(1, 2, 3, 4, 5, 50, 64)
                        .mapToObj(Sql::in)
                        .map(marks -> marks.chars().filter(mark -> mark == '?').count()))
                .containsExactly(1L, 2L, 4L, 4L, 8L, 64L, 64L);
        assertThat(Sql.padded(List.of(1, 2, 3))).containsExactly(1, 2, 3, 3);
        assertThat(Sql.padded(List.of(1))).containsExactly(1);
    }

    private List<String> twice(String end) {
        return List.of(name + end, name + end);
    }

    private List<String> names(String... of) {
        return store.in(() -> sql.rows(
                "select d.name from kernel.duty d where d.name in " + Sql.in(of.length) + " order by d.name",
                Sql.padded(List.of(of)),
                row -> row.getString("name")));
    }
}
