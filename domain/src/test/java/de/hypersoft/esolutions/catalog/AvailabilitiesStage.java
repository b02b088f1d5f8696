package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.kernel.Actor;
import de.hypersoft.esolutions.kernel.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A location whose till blocks and counts what it sells. */
abstract class AvailabilitiesStage {

    final Store store;
    final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    final Told<Changed> told = new Told<>();
    final MenuVersions versions;
    final Availabilities availabilities;
    final ManageAvailability desk;
    final Location location;

    AvailabilitiesStage(Store store) {
        this.store = store;
        this.versions = new MenuVersions(store.entities(), clock, told);
        this.availabilities = node();
        this.desk = new ManageAvailability(
                store.entities(),
                new AvailabilityRows(store.entities()),
                new Locations(store.entities()),
                new Menus(versions, clock),
                versions,
                clock,
                told);
        this.location = Branches.open(store, clock.instant());
    }

    final Availabilities node() {
        return new Availabilities(
                new AvailabilityRows(store.entities()),
                new Menus(versions, clock),
                new Locations(store.entities()),
                clock,
                told);
    }

    Availability now() {
        clock.advance(Duration.ofSeconds(1));
        return store.in(() -> availabilities.of(location.id()));
    }

    void take(Map<String, Integer> quantities) {
        store.run(() -> availabilities.take(location.id(), quantities));
    }

    void sell(String... articles) {
        sellAt(location, articles);
    }

    void sellAt(Location at, String... articles) {
        store.run(() -> {
            versions.stage(at.tenant(), at.id(), Catalogues.document(Catalogues.json("v1", articles)));
            versions.publish(at.id());
        });
    }

    void block(String article, @org.jspecify.annotations.Nullable Instant until) {
        List<ManageAvailability.Block> blocks = new ArrayList<>();
        store.run(() -> desk.limits(location.tenant(), location.id())
                .blocks()
                .forEach(b -> blocks.add(new ManageAvailability.Block(b.article(), b.until()))));
        blocks.add(new ManageAvailability.Block(article, until));
        report(blocks, null);
    }

    void count(String article, int remaining) {
        report(null, List.of(new ManageAvailability.Counter(article, remaining)));
    }

    void report(
            @org.jspecify.annotations.Nullable List<ManageAvailability.Block> blocks,
            @org.jspecify.annotations.Nullable List<ManageAvailability.Counter> counters) {
        store.run(() -> desk.report(
                location.tenant(),
                location.id(),
                new ManageAvailability.Report(blocks, null, counters, null, true),
                Actor.till("1", "Kasse 1")));
    }
}
