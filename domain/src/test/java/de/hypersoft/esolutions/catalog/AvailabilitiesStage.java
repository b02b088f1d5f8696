package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.catalog.availability.AvailabilityRows;
import de.hypersoft.esolutions.catalog.availability.ManageAvailability;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.outbox.Changed;
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
public abstract class AvailabilitiesStage {

    public final Store store;
    public final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    public final Told<Changed> told = new Told<>();
    public final MenuVersions versions;
    public final Availabilities availabilities;
    public final ManageAvailability availability;
    public final Location location;

    public AvailabilitiesStage(Store store) {
        this.store = store;
        this.versions = new MenuVersions(store.entities(), clock, told);
        this.availabilities = node();
        this.availability = new ManageAvailability(
                store.entities(),
                new AvailabilityRows(store.entities()),
                new Locations(store.entities()),
                new Menus(versions, clock),
                versions,
                clock,
                told);
        this.location = TestLocations.open(store, clock.instant());
    }

    public final Availabilities node() {
        return node(new AvailabilityRows(store.entities()));
    }

    public final Availabilities node(AvailabilityRows rows) {
        return new Availabilities(rows, new Menus(versions, clock), new Locations(store.entities()), clock, told);
    }

    public Availability now() {
        clock.advance(Duration.ofSeconds(1));
        return store.in(() -> availabilities.of(location.id()));
    }

    public void take(Map<String, Integer> quantities) {
        store.run(() -> availabilities.take(location.id(), quantities));
    }

    public void sell(String... articles) {
        sellAt(location, articles);
    }

    public void sellAt(Location at, String... articles) {
        store.run(() -> {
            versions.stage(at.tenant(), at.id(), Catalogues.document(Catalogues.json("v1", articles)));
            versions.publish(at.id());
        });
    }

    public void block(String article, @org.jspecify.annotations.Nullable Instant until) {
        List<ManageAvailability.Block> blocks = new ArrayList<>();
        store.run(() -> availability
                .limits(location.tenant(), location.id())
                .blocks()
                .forEach(b -> blocks.add(new ManageAvailability.Block(b.article(), b.until()))));
        blocks.add(new ManageAvailability.Block(article, until));
        report(blocks, null);
    }

    public void count(String article, int remaining) {
        report(null, List.of(new ManageAvailability.Counter(article, remaining)));
    }

    public void report(
            @org.jspecify.annotations.Nullable List<ManageAvailability.Block> blocks,
            @org.jspecify.annotations.Nullable List<ManageAvailability.Counter> counters) {
        store.run(() -> availability.report(
                location.tenant(),
                location.id(),
                new ManageAvailability.Report(blocks, null, counters, null, true),
                Actor.till("1", "Kasse 1")));
    }
}
