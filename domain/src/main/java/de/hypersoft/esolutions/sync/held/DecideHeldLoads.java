package de.hypersoft.esolutions.sync.held;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.PublishMenu;
import de.hypersoft.esolutions.sync.SyncRun;
import de.hypersoft.esolutions.sync.SyncRuns;
import de.hypersoft.esolutions.sync.request.SyncRequests;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Held loads: what guests would miss, and a person's decision. */
@ApplicationScoped
@Transactional
public class DecideHeldLoads {

    /** Dishes on one page. */
    public static final int PAGE = 50;

    private final HeldLoads held;
    private final MenuVersions versions;
    private final PublishMenu publishing;
    private final SyncRequests requests;
    private final SyncRuns runs;
    private final Locations locations;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public DecideHeldLoads(
            HeldLoads held,
            MenuVersions versions,
            PublishMenu publishing,
            SyncRequests requests,
            SyncRuns runs,
            Locations locations,
            Audit audit,
            Clock clock) {
        this.held = held;
        this.versions = versions;
        this.publishing = publishing;
        this.requests = requests;
        this.runs = runs;
        this.locations = locations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A load that is held.
     *
     * @param first whether guests see nothing yet
     * @param onSale how many dishes guests can order now; for a first load, how many the till sent
     * @param missing how many of them they would not find any more
     */
    public record Held(
            UUID id, LocationId location, String version, boolean first, int onSale, int missing, Instant at) {}

    /** @param name empty when nothing of the dish could be read. @param why why it was refused, or null: not sent any more */
    public record Dish(
            String id,
            LocalizedText name,
            @Nullable String why,
            @Nullable PriceChange price) {
        private boolean matches(String words) {
            return id.toLowerCase(Locale.ROOT).contains(words)
                    || name.byLanguage().values().stream()
                            .anyMatch(n -> n.toLowerCase(Locale.ROOT).contains(words));
        }
    }

    /** @param found how many dishes match the search; {@code dishes} are those of one page */
    public record Missing(Held held, int found, List<Dish> dishes) {}

    /** What becomes of a held load. */
    public enum Decision {
        /** Guests see it at once. */
        PUBLISH,
        /** It waits for the day end like any other. */
        RELEASE,
        /** Guests never see it; the till's next load counts. */
        DISCARD
    }

    public Optional<Held> open(LocationId location) {
        return held.open(location).map(HeldLoad::view);
    }

    /** The open ones, the oldest first. */
    public List<Held> open(Collection<LocationId> of) {
        return held.open(of).stream().map(HeldLoad::view).toList();
    }

    /**
     * What guests would miss.
     *
     * @param search part of a dish's number or of its name in any language, in any case; empty for all
     * @param page from 0
     * @throws NotFound {@code no-held-load}
     */
    public Missing missing(TenantId tenant, LocationId location, String search, int page) {
        locations.get(tenant, location);
        HeldLoad load =
                held.open(location).orElseThrow(() -> new NotFound("no-held-load", "no load of this location is held"));
        String words = search.strip().toLowerCase(Locale.ROOT);
        List<Dish> found = load.dishes().stream()
                .map(d -> new Dish(d.id(), new LocalizedText(d.name()), d.why(), d.price()))
                .filter(d -> d.matches(words))
                .toList();
        List<Dish> shown =
                found.stream().skip((long) Math.max(0, page) * PAGE).limit(PAGE).toList();
        return new Missing(load.view(), found.size(), shown);
    }

    /**
     * A person has looked.
     *
     * @param load the one that was shown to that person
     * @throws Conflict {@code load-decided} when somebody else was faster, or a newer load has replaced it
     */
    public void decide(TenantId tenant, LocationId id, UUID load, Decision decision, Actor by) {
        Location location = locations.get(tenant, id);
        requests.lock(id);
        Held shown = held.open(id)
                .map(HeldLoad::view)
                .filter(h -> h.id().equals(load))
                .orElseThrow(DecideHeldLoads::decided);
        boolean moved = decision == Decision.DISCARD ? versions.discard(id, load) : versions.release(id, load);
        if (!held.close(id, load) || !moved) throw decided();
        String action = decision == Decision.DISCARD ? "load-discarded" : "load-released";
        audit.record(
                by,
                tenant.value(),
                action,
                location.slug(),
                shown.version() + ": " + shown.missing() + " / " + shown.onSale());
        runs.add(tenant, id, kind(decision), by, report(shown, kind(decision)));
        if (decision == Decision.PUBLISH) publishing.publish(id, by);
    }

    private static SyncRun.Kind kind(Decision decision) {
        return decision == Decision.DISCARD ? SyncRun.Kind.DISCARD : SyncRun.Kind.RELEASE;
    }

    private LoadReport report(Held shown, SyncRun.Kind kind) {
        LoadReport.State state = kind == SyncRun.Kind.DISCARD ? LoadReport.State.DISCARDED : LoadReport.State.STAGED;
        return new LoadReport(
                shown.version(),
                null,
                kind,
                state,
                clock.instant(),
                shown.onSale() - shown.missing(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                Map.of());
    }

    private static Conflict decided() {
        return new Conflict("load-decided", "this load is not held any more: it was decided, or a newer one has come");
    }
}
