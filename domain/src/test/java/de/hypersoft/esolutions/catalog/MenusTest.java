package de.hypersoft.esolutions.catalog;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class MenusTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final Told<Changed> told = new Told<>();
    private final MenuVersions versions;
    private final Menus menus;
    private final Location location;

    MenusTest(Store store) {
        this.store = store;
        this.versions = new MenuVersions(store.entities(), clock, told);
        this.menus = new Menus(versions, clock);
        this.location = TestLocations.open(store, clock.instant());
    }

    @Test
    void a_location_without_a_catalogue_has_no_menu_yet() {
        assertThat(store.in(() -> menus.find(location.id()))).isEmpty();
        assertThatThrownBy(() -> store.run(() -> menus.current(location.id())))
                .isInstanceOfSatisfying(
                        NotFound.class, r -> assertThat(r.code()).isEqualTo("no-menu-yet"));
    }

    @Test
    void T24_guests_see_the_old_menu_whole_until_the_new_one_is_published_whole() {
        stage("v1", article("101", ""));
        publish();
        stage("v2", article("102", ""), article("103", ""));
        assertThat(current().articles()).containsOnlyKeys("101");
        assertThat(store.in(() -> versions.pending(location.id())))
                .hasValueSatisfying(p -> assertThat(p.version()).isEqualTo("v2"));

        publish();

        assertThat(current().version()).isEqualTo("v2");
        assertThat(current().articles()).containsOnlyKeys("102", "103");
        assertThat(store.in(() -> versions.pending(location.id()))).isEmpty();
    }

    @Test
    void a_load_that_overtakes_a_pending_one_leaves_one_pending() {
        stage("v1", article("101", ""));
        stage("v2", article("102", ""));

        publish();
        publish();

        assertThat(current().version()).isEqualTo("v2");
        assertThat(told.events()).hasSize(1);
    }

    @Test
    void a_menu_in_memory_costs_one_look_up_a_second() {
        stage("v1", article("101", ""));
        publish();
        Menu first = current();

        assertThat(store.statementsIn(() -> menus.current(location.id()))).isLessThanOrEqualTo(1);
        assertThat(store.statementsIn(() -> menus.current(location.id()))).isZero();

        clock.advance(Duration.ofSeconds(1));
        assertThat(store.statementsIn(() -> menus.current(location.id()))).isEqualTo(1);
        assertThat(current()).isSameAs(first);
    }

    @Test
    void a_menu_comes_in_the_order_of_the_till() {
        stage("v1", article("b", "\"sort\":20"), article("a", "\"sort\":30"), article("c", "\"sort\":10"));
        publish();

        assertThat(current().articles().keySet()).containsExactly("c", "b", "a");
    }

    @Test
    void a_menu_of_five_hundred_articles_is_read_by_fifty_milliseconds_of_work() {
        stage(
                "v1",
                IntStream.range(0, 500)
                        .mapToObj(i -> article("a" + i, "\"description\":{\"de\":\"" + "Käse ".repeat(20) + "\"}"))
                        .toArray(String[]::new));
        publish();
        java.util.UUID id = store.in(() -> versions.shownId(location.id())).orElseThrow();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long start = worked();
            assertThat(store.in(() -> versions.load(id)).articles()).hasSize(500);
            best = Math.min(best, worked() - start);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(50));
    }

    /** Of the processor, for this thread, in nanoseconds: neighbours on the machine do not count. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void stage(String version, String... articles) {
        store.run(() -> versions.stage(
                location.tenant(), location.id(), Catalogues.document(Catalogues.json(version, articles))));
    }

    private void publish() {
        store.run(() -> versions.publish(location.id()));
        clock.advance(Duration.ofSeconds(1));
    }

    private Menu current() {
        return store.in(() -> menus.current(location.id()));
    }
}
