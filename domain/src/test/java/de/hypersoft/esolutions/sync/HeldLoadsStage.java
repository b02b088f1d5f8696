package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.json;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.sync.held.DecideHeldLoads;
import de.hypersoft.esolutions.sync.held.DecideHeldLoads.Decision;
import de.hypersoft.esolutions.sync.held.LoadHeld;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** A location, its till, its manager and what guests see: what tests about held loads share. */
public abstract class HeldLoadsStage {

    private static final Actor TILL = Actor.till("1", "Kasse 1");
    public static final Actor MIA = Actor.user("7", "Mia");

    public final Store store;
    public final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    public final SyncParts parts;
    public final Menus menus;
    public final Location location;
    private int versions;

    public HeldLoadsStage(Store store) {
        this.store = store;
        this.parts = new SyncParts(store, clock);
        this.menus = new Menus(parts.versions, clock);
        this.location = TestLocations.open(store, clock.instant());
    }

    public static List<String> dishes(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> article("" + i, ""))
                .toList();
    }

    public LoadReport full(List<String> dishes) {
        return load(SyncRun.Kind.FULL, json("v" + ++versions, dishes.toArray(String[]::new)));
    }

    public LoadReport increment(String members) {
        return load(
                SyncRun.Kind.INCREMENT,
                "{\"version\":\"v" + ++versions + "\",\"baseVersion\":\"v" + (versions - 1) + "\",\"currency\":\"EUR\","
                        + members + "}");
    }

    private LoadReport load(SyncRun.Kind kind, String json) {
        clock.advance(Duration.ofSeconds(1));
        SyncRuns.Load load = new SyncRuns.Load(location.tenant(), location.id(), kind, TILL);
        return store.in(() -> parts.intake.take(load, CatalogText.read(new StringReader(json))));
    }

    public void cutoff() {
        store.run(() -> parts.publishing.publish(location.id(), Actor.SYSTEM));
    }

    public Optional<DecideHeldLoads.Held> open() {
        return store.in(() -> parts.held.open(location.id()));
    }

    public DecideHeldLoads.Missing missing(String search, int page) {
        return store.in(() -> parts.held.missing(location.tenant(), location.id(), search, page));
    }

    public void decide(Decision decision) {
        decide(open().orElseThrow().id(), decision);
    }

    public void decide(UUID load, Decision decision) {
        store.run(() -> parts.held.decide(location.tenant(), location.id(), load, decision, MIA));
    }

    public List<UUID> notices() {
        return parts.happened.events().stream()
                .map(LoadHeld.class::cast)
                .map(LoadHeld::noticeId)
                .distinct()
                .toList();
    }

    public List<String> audited() {
        return store
                .in(() -> new Audit(store.entities(), clock)
                        .newest(location.tenant().value(), 0, 10))
                .stream()
                .map(Audit.Line::action)
                .toList();
    }

    public boolean shown() {
        return store.in(() -> parts.sync.shown(location.id())).isPresent();
    }

    public Menu menu() {
        clock.advance(Duration.ofSeconds(1));
        return store.in(() -> menus.current(location.id()));
    }
}
