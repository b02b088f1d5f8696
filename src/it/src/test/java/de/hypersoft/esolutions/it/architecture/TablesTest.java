package de.hypersoft.esolutions.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.it.architecture.Tables.Use;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The feature map holds for tables as well: a query can cross a border that no import shows. */
class TablesTest {

    private static final Path REPOSITORY = Compiled.REPOSITORY;
    private static final Path CLASSES = REPOSITORY.resolve("domain/target/classes");
    private static final Path MIGRATIONS = CLASSES.resolve("db");
    private static final Path TEST_CLASSES = REPOSITORY.resolve("src/it/target/test-classes");
    private static final Tables TABLES = new Tables(MIGRATIONS, Compiled.product(List.of("domain")));

    private static final Set<Use> CROSSINGS = Stream.of("domain", "notifications-ejb", "web-shop-war", "portal-war")
            .flatMap(module -> TABLES.crossings(REPOSITORY.resolve(module).resolve("target/classes")).stream())
            .collect(Collectors.toSet());

    private static final String ORDER = "ordering.customer_order";
    private static final String LOCATION = "tenancy.location";
    private static final String TRANSFER = "pos.transfer";

    /** Each reads in one query what it would else ask for row by row. None is added: ask the owner by a method. */
    private static final Map<String, Set<String>> DECLARED = new TreeMap<>(Map.ofEntries(
            // picks the locations whose day ends, and lists their unfinished orders, each in one statement
            Map.entry("closing.DayEnd", Set.of(ORDER, LOCATION, TRANSFER)),
            // shows a day's orders beside what the tills booked
            Map.entry("closing.ReviewDayMatches", Set.of(ORDER, TRANSFER, "pos.till_event", "pos.transfer_move")),
            // pick what is due by the limits of its location, every second, from an index
            Map.entry("notifications.Reminders", Set.of(LOCATION, TRANSFER)),
            Map.entry("notifications.UnbookedLetters", Set.of(LOCATION, TRANSFER)),
            // asks whether any of a digest's orders waits still
            Map.entry("notifications.mail.Digests", Set.of(TRANSFER)),
            // one query for all waiting tills of a node, by the limits of their locations
            Map.entry("pos.ClaimOrders", Set.of(LOCATION)),
            // show orders with where they stand, searched and in pages
            Map.entry("pos.board.EmergencyMode", Set.of(ORDER)),
            Map.entry("pos.board.OrderBoard", Set.of(ORDER)),
            Map.entry("pos.board.OrderList", Set.of(ORDER, LOCATION)),
            Map.entry("pos.board.OverdueOrders", Set.of(ORDER, LOCATION)),
            // picks the guests that are due by their brand's term, in the order of an index
            Map.entry("retention.GuestDataRuns", Set.of(ORDER, TRANSFER, "tenancy.tenant"))));

    private static final int MOST = 11;

    @Test
    void every_table_lies_in_the_schema_of_the_feature_that_makes_it() {
        assertThat(TABLES.owners).hasSizeGreaterThan(50).allSatisfy((table, folder) -> {
            assertThat(table).startsWith(folder + ".");
            assertThat(FeatureMap.MAY_SEE).containsKey(folder);
        });
        assertThat(TABLES.owners.keySet()).containsAll(TABLES.entities.values());
    }

    @Test
    void every_entity_lies_in_a_table_of_its_own_feature() {
        Compiled.product(List.of("domain")).stream()
                .filter(type -> TABLES.entities.containsKey(type.getSimpleName()))
                .filter(type -> type.isAnnotatedWith(jakarta.persistence.Entity.class))
                .forEach(type -> assertThat(TABLES.owners.get(TABLES.entities.get(type.getSimpleName())))
                        .as(type.getName())
                        .isEqualTo(FeatureMap.feature(type.getPackageName())));
    }

    @Test
    void no_migration_touches_a_table_of_another_feature() {
        assertThat(TABLES.foreign(MIGRATIONS))
                .filteredOn(use -> !use.endsWith(" kernel.duty")) // each feature names there the duties of its own
                .containsExactly("pos/V20261128170000__booked_in_time_and_fresh.sql " + ORDER); // long since run
    }

    @Test
    void no_feature_writes_a_table_of_another() {
        assertThat(CROSSINGS).noneMatch(Use::write);
    }

    @Test
    void a_feature_reads_tables_only_of_those_that_it_may_see() {
        assertThat(CROSSINGS).isNotEmpty().filteredOn(use -> !allowed(use)).isEmpty();
    }

    @Test
    void who_reads_tables_of_another_feature_is_declared_and_is_no_more_than_that() {
        Map<String, Set<String>> found = new TreeMap<>();
        CROSSINGS.forEach(use ->
                found.computeIfAbsent(use.type(), type -> new TreeSet<>()).add(use.table()));

        assertThat(found).isEqualTo(DECLARED);
        assertThat(DECLARED.size()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void planted_queries_are_found() {
        assertThat(TABLES.crossings(TEST_CLASSES))
                .filteredOn(use -> use.type().equals("kernel.fixture.Queries"))
                .containsExactlyInAnyOrder(
                        new Use("kernel.fixture.Queries", "tenancy.tenant", false),
                        new Use("kernel.fixture.Queries", "pos.till", false),
                        new Use("kernel.fixture.Queries", "pos.transfer", true),
                        new Use("kernel.fixture.Queries", "catalog.shown_menu", true),
                        new Use("kernel.fixture.Queries", "sync.sync_run", true),
                        new Use("kernel.fixture.Queries", "ordering.customer_order", false),
                        new Use("kernel.fixture.Queries", "tenancy.location", false),
                        new Use("kernel.fixture.Queries", "ordering.cart", true))
                .noneMatch(TablesTest::allowed);
    }

    /** Features whose tables a feature names. */
    static Set<String> read(String feature) {
        return CROSSINGS.stream()
                .filter(use -> use.feature().equals(feature))
                .map(use -> TABLES.owners.getOrDefault(use.table(), ""))
                .collect(Collectors.toSet());
    }

    private static boolean allowed(Use use) {
        return FeatureMap.MAY_SEE
                .getOrDefault(use.feature(), Set.of())
                .contains(TABLES.owners.getOrDefault(use.table(), ""));
    }
}
