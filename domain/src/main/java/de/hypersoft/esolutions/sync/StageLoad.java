package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.MenuBuilder;
import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.sync.SyncRuns.Load;
import de.hypersoft.esolutions.sync.check.BelowZero;
import de.hypersoft.esolutions.sync.check.MixedRates;
import de.hypersoft.esolutions.sync.check.RecipeAges;
import de.hypersoft.esolutions.sync.held.HeldLoad;
import de.hypersoft.esolutions.sync.held.HeldLoads;
import de.hypersoft.esolutions.sync.held.LoadHeld;
import de.hypersoft.esolutions.sync.held.Loss;
import de.hypersoft.esolutions.sync.held.PriceJumps;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a checked load where it belongs: aside until the day end; held when too many dishes are missing; a location's
 * first menu, when it is whole, before the guests at once. In the transaction of whoever calls.
 */
@ApplicationScoped
class StageLoad {

    private static final int NAMED = 20;

    private final MenuVersions versions;
    private final Menus menus;
    private final HeldLoads held;
    private final PublishMenu publishing;
    private final SyncRuns runs;
    private final Event<DomainEvent> events;
    private final Clock clock;

    @Inject
    StageLoad(
            MenuVersions versions,
            Menus menus,
            HeldLoads held,
            PublishMenu publishing,
            SyncRuns runs,
            Event<DomainEvent> events,
            Clock clock) {
        this.versions = versions;
        this.menus = menus;
        this.held = held;
        this.publishing = publishing;
        this.runs = runs;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param whole what the till sells by now, refused parts included
     * @param accepted what of it may be shown
     */
    LoadReport stage(Load load, Location location, CatalogDocument whole, CatalogDocument accepted, Report parts) {
        Menu shown = shown(load.location());
        Menu next = MenuBuilder.menu(accepted);
        Loss loss = Loss.of(shown, whole, accepted, next, parts.refused());
        MenuChanges changes = MenuChanges.between(Optional.ofNullable(shown), next);
        boolean holds = loss.tooMuch(location.limits()) && !released(load.location(), loss);
        UUID notice = replaced(load.location());
        MenuVersions.Line line = holds
                ? versions.hold(load.tenant(), load.location(), accepted)
                : versions.stage(load.tenant(), load.location(), accepted);
        if (holds) hold(load, line, loss, notice);
        LoadReport report = parts.noting(shown, accepted, next)
                .report(load, line, changes, holds ? LoadReport.Missing.of(loss) : null);
        runs.add(load.tenant(), load.location(), load.kind(), load.actor(), report);
        if (shown != null || holds) return report;
        publishing.publish(load.location(), load.actor());
        return report.in(LoadReport.State.PUBLISHED);
    }

    /** The same judgement, of which nothing is stored. */
    LoadPreview preview(Location location, CatalogDocument whole, CatalogDocument accepted, Report parts) {
        Menu shown = shown(location.id());
        Menu next = MenuBuilder.menu(accepted);
        Loss loss = Loss.of(shown, whole, accepted, next, parts.refused());
        return LoadPreview.of(
                shown,
                next,
                parts.refused(),
                parts.noting(shown, accepted, next).notes(),
                loss.tooMuch(location.limits()) && !released(location.id(), loss));
    }

    private @Nullable Menu shown(LocationId location) {
        return versions.shownId(location).map(id -> menus.version(location, id)).orElse(null);
    }

    /** What a load's report says beside what became of it. */
    record Report(
            String version, @Nullable String baseVersion, List<CatalogFinding> refused, List<CatalogFinding> notes) {
        private Report noting(@Nullable Menu shown, CatalogDocument accepted, Menu next) {
            return noting(MixedRates.of(accepted))
                    .noting(BelowZero.of(next))
                    .noting(PriceJumps.of(shown, next))
                    .noting(RecipeAges.of(accepted));
        }

        private Report noting(List<CatalogFinding> more) {
            return new Report(
                    version,
                    baseVersion,
                    refused,
                    Stream.concat(notes.stream(), more.stream()).toList());
        }

        private LoadReport report(
                Load load, MenuVersions.Line line, MenuChanges changes, LoadReport.@Nullable Missing missing) {
            return new LoadReport(
                    version,
                    baseVersion,
                    load.kind(),
                    LoadReport.State.of(line.state()),
                    line.receivedAt(),
                    line.articles(),
                    refused,
                    null,
                    null,
                    changes,
                    missing,
                    notes,
                    Map.of());
        }
    }

    /** Whether a person has released, and guests not yet seen, a load without all these dishes. */
    private boolean released(LocationId location, Loss loss) {
        return versions.pending(location)
                .flatMap(line -> held.find(line.id()))
                .filter(seen -> ids(seen.dishes()).containsAll(ids(loss.dishes())))
                .isPresent();
    }

    private static Set<String> ids(List<Loss.Dish> dishes) {
        return dishes.stream().map(Loss.Dish::id).collect(Collectors.toSet());
    }

    /** Closes the load that this one replaces; what the location was written about, if it was. */
    private @Nullable UUID replaced(LocationId location) {
        Optional<HeldLoad> open = held.open(location);
        open.ifPresent(old -> held.close(location, old.id()));
        return open.map(HeldLoad::notice).orElse(null);
    }

    private void hold(Load load, MenuVersions.Line line, Loss loss, @Nullable UUID notice) {
        HeldLoad row =
                new HeldLoad(line.id(), load.tenant(), load.location(), line.version(), loss, notice, clock.instant());
        held.add(row);
        events.fire(new LoadHeld(
                row.notice(),
                load.tenant().value(),
                load.location().value(),
                line.version(),
                loss.first(),
                loss.onSale(),
                loss.dishes().size(),
                loss.dishes().stream().limit(NAMED).map(Loss.Dish::name).toList()));
    }
}
