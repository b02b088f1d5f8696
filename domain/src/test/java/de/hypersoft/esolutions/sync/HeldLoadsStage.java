package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.json;

import de.hypersoft.esolutions.catalog.Branches;
import de.hypersoft.esolutions.catalog.CatalogText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.kernel.Actor;
import de.hypersoft.esolutions.kernel.Audit;
import de.hypersoft.esolutions.sync.DecideHeldLoads.Decision;
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
abstract class HeldLoadsStage {

    private static final Actor TILL = Actor.till("1", "Kasse 1");
    static final Actor MIA = Actor.user("7", "Mia");

    final Store store;
    final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    final SyncParts parts;
    final Menus menus;
    final Location location;
    private int versions;

    HeldLoadsStage(Store store) {
        this.store = store;
        this.parts = new SyncParts(store, clock);
        this.menus = new Menus(parts.versions, clock);
        this.location = Branches.open(store, clock.instant());
    }

    static List<String> dishes(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> article("" + i, ""))
                .toList();
    }

    LoadReport full(List<String> dishes) {
        return load(SyncRun.Kind.FULL, json("v" + ++versions, dishes.toArray(String[]::new)));
    }

    LoadReport increment(String members) {
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

    void cutoff() {
        store.run(() -> parts.publishing.publish(location.id(), Actor.SYSTEM));
    }

    Optional<DecideHeldLoads.Held> open() {
        return store.in(() -> parts.held.open(location.id()));
    }

    DecideHeldLoads.Missing missing(String search, int page) {
        return store.in(() -> parts.held.missing(location.tenant(), location.id(), search, page));
    }

    void decide(Decision decision) {
        decide(open().orElseThrow().id(), decision);
    }

    void decide(UUID load, Decision decision) {
        store.run(() -> parts.held.decide(location.tenant(), location.id(), load, decision, MIA));
    }

    List<UUID> notices() {
        return parts.happened.events().stream()
                .map(LoadHeld.class::cast)
                .map(LoadHeld::noticeId)
                .distinct()
                .toList();
    }

    List<String> audited() {
        return store
                .in(() -> new Audit(store.entities(), clock)
                        .newest(location.tenant().value(), 0, 10))
                .stream()
                .map(Audit.Line::action)
                .toList();
    }

    boolean shown() {
        return store.in(() -> parts.desk.shown(location.id())).isPresent();
    }

    Menu menu() {
        clock.advance(Duration.ofSeconds(1));
        return store.in(() -> menus.current(location.id()));
    }
}
