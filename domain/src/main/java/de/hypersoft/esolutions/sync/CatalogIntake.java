package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.MenuState;
import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.catalog.document.StoredText;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.sync.SyncRuns.Load;
import de.hypersoft.esolutions.sync.allergens.AllergenMeanings;
import de.hypersoft.esolutions.sync.check.CatalogCheck;
import de.hypersoft.esolutions.sync.check.Notes;
import de.hypersoft.esolutions.sync.request.EndSync;
import de.hypersoft.esolutions.sync.request.SyncRequests;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes one load in, or nothing of it (T24). Loads of one location come one after the other. */
@ApplicationScoped
@Transactional
public class CatalogIntake {

    private final EntityManager entities;
    private final Tenants tenants;
    private final Locations locations;
    private final MenuVersions versions;
    private final StageLoad staging;
    private final SyncRuns runs;
    private final SyncRequests requests;
    private final EndSync ending;
    private final AllergenMeanings meanings;
    private final Clock clock;

    @Inject
    CatalogIntake(
            EntityManager entities,
            Tenants tenants,
            Locations locations,
            MenuVersions versions,
            StageLoad staging,
            SyncRuns runs,
            SyncRequests requests,
            EndSync ending,
            AllergenMeanings meanings,
            Clock clock) {
        this.entities = entities;
        this.tenants = tenants;
        this.locations = locations;
        this.versions = versions;
        this.staging = staging;
        this.runs = runs;
        this.requests = requests;
        this.ending = ending;
        this.meanings = meanings;
        this.clock = clock;
    }

    public LoadReport take(Load load, CatalogText.Result read) {
        requests.lock(load.location());
        Location location = locations.get(load.tenant(), load.location());
        CatalogDocument sent = read.document();
        Optional<SyncRun> known = runs.find(load.location(), sent.version()).filter(SyncRun::accepted);
        ReceivedCatalog received =
                entities.find(ReceivedCatalog.class, load.location().value());
        String text = StoredText.of(sent);
        String content = content(load, text, read);
        if (known.isPresent()) {
            if (known.get().differs(content)) throw versionTaken(sent.version());
            if (load.isWhole() && received != null) sameAsBefore(read, text, received);
            return asked(load, current(load, known.get()), false);
        }

        CatalogDocument whole = whole(load, read, received);
        CatalogText.limit(whole);
        CatalogCheck.Result checked = checked(location, whole);
        List<CatalogFinding> unreadable = unreadable(load, read, received);
        List<CatalogFinding> refused = refused(unreadable, checked);
        String stored = load.isWhole() ? text : StoredText.of(whole);
        remember(load, whole.version(), stored, unreadable, received);
        StageLoad.Report parts = new StageLoad.Report(
                sent.version(),
                sent.baseVersion(),
                refused,
                Notes.of(read.notes(), sent, tenants.get(load.tenant()).defaultLanguage(), refused));
        LoadReport report = staging.stage(load, location, whole, checked.accepted(), parts);
        runs.find(load.location(), sent.version()).ifPresent(run -> run.sentAs(content));
        return asked(load, report, true);
    }

    /** What {@link #take} would make of a full load, which is not stored. */
    public LoadPreview preview(TenantId tenant, LocationId id, CatalogText.Result read) {
        Location location = locations.get(tenant, id);
        CatalogText.limit(read.document());
        CatalogCheck.Result checked = checked(location, read.document());
        List<CatalogFinding> refused = new ArrayList<>(read.findings());
        refused.addAll(checked.refused());
        StageLoad.Report parts = new StageLoad.Report(
                read.document().version(),
                null,
                refused,
                Notes.of(read.notes(), read.document(), tenants.get(tenant).defaultLanguage(), refused));
        return staging.preview(location, read.document(), checked.accepted(), parts);
    }

    private static String content(Load load, String text, CatalogText.Result read) {
        return Secret.hashOf(load.kind() + text + Json.write(new ReceivedCatalog.Unreadable(read.findings())));
    }

    /**
     * What was received last, checked once more: a person has said since what some of its words mean.
     *
     * @throws NotFound {@code nothing-received}
     */
    public LoadReport again(TenantId tenant, LocationId id, Actor by) {
        requests.lock(id);
        Location location = locations.get(tenant, id);
        ReceivedCatalog received = entities.find(ReceivedCatalog.class, id.value());
        if (received == null) throw new NotFound("nothing-received", "no till has sent master data for this location");
        CatalogDocument whole = CatalogText.stored(received.document());
        CatalogCheck.Result checked = checked(location, whole);
        List<CatalogFinding> refused = refused(received.unreadable(), checked);
        StageLoad.Report parts = new StageLoad.Report(
                received.version(),
                null,
                refused,
                Notes.of(List.of(), whole, tenants.get(tenant).defaultLanguage(), refused));
        Optional<SyncRun> taken = runs.find(id, received.version());
        LoadReport report = staging.stage(
                new Load(tenant, id, SyncRun.Kind.RECHECK, by), location, whole, checked.accepted(), parts);
        runs.find(id, received.version()).ifPresent(run -> taken.ifPresent(run::sentLike));
        return report;
    }

    CatalogCheck.Result checked(Location location, CatalogDocument whole) {
        Tenant tenant = tenants.get(location.tenant());
        sameCurrency(whole, tenant);
        location.details().fits(tenant.currency());
        return CatalogCheck.check(
                whole,
                tenant.currency(),
                clock.instant().atZone(location.zone()).toLocalDate(),
                meanings.words(location));
    }

    /** @throws LoadRefused when nothing is left that could be sold */
    private static List<CatalogFinding> refused(List<CatalogFinding> unreadable, CatalogCheck.Result checked) {
        List<CatalogFinding> refused = new ArrayList<>(unreadable);
        refused.addAll(checked.refused());
        if (checked.accepted().articles().stream().noneMatch(CatalogDocument.Article::sellable))
            throw new LoadRefused(refused);
        return refused;
    }

    /** A changed catalogue under an old version would be answered as loaded, and nobody would sell it. */
    private static void sameAsBefore(CatalogText.Result read, String text, ReceivedCatalog received) {
        String version = read.document().version();
        boolean same = !received.version().equals(version)
                || received.document().equals(text) && received.unreadable().equals(read.findings());
        if (!same) throw versionTaken(version);
    }

    private static Conflict versionTaken(String version) {
        return new Conflict(
                "version-taken",
                "version " + version + " was loaded before with other content; a changed catalogue needs a new"
                        + " version, for instance the time of the change",
                Map.of("version", version));
    }

    /** Whoever asked the till for this load need not wait for the day end. */
    private LoadReport asked(Load load, LoadReport report, boolean fresh) {
        if (load.kind() == SyncRun.Kind.EDIT) return report;
        return requests.open(load.location())
                .map(request -> ending.loaded(request, report, fresh))
                .orElse(report);
    }

    private CatalogDocument whole(Load load, CatalogText.Result read, @Nullable ReceivedCatalog received) {
        CatalogDocument sent = read.document();
        if (load.isWhole()) {
            if (sent.baseVersion() != null)
                throw new Invalid("base-version-in-full-load", "a full load has no base version", "baseVersion");
            return sent;
        }
        if (sent.baseVersion() == null)
            throw new Invalid("required", "an increment names the version it builds on", "baseVersion");
        if (received == null || !received.version().equals(sent.baseVersion()))
            throw new Conflict(
                    "full-load-required",
                    "this increment does not build on the version received last; send the full catalogue",
                    Map.of("latestVersion", received == null ? "" : received.version()));
        return CatalogMerge.merge(CatalogText.stored(received.document()), sent, read.findings());
    }

    private static void sameCurrency(CatalogDocument whole, Tenant tenant) {
        if (!whole.currency().equals(tenant.currency().getCurrencyCode()))
            throw new Invalid(
                    "wrong-currency",
                    "this brand sells in " + tenant.currency() + ", the catalogue is in " + whole.currency(),
                    "currency",
                    Map.of("expected", tenant.currency().getCurrencyCode(), "currency", whole.currency()));
    }

    /** What cannot be read stays missing until an increment names it, or a full load brings everything anew. */
    private static List<CatalogFinding> unreadable(
            Load load, CatalogText.Result read, @Nullable ReceivedCatalog received) {
        if (load.isWhole() || received == null) return read.findings();
        return CatalogMerge.unreadable(received.unreadable(), read.document(), read.findings());
    }

    private void remember(
            Load load,
            String version,
            String document,
            List<CatalogFinding> unreadable,
            @Nullable ReceivedCatalog received) {
        Instant now = clock.instant();
        boolean byPerson = load.actor().kind() == Actor.Kind.USER;
        if (received == null)
            entities.persist(new ReceivedCatalog(load.location(), version, document, unreadable, byPerson, now));
        else received.replace(version, document, unreadable, byPerson, now);
    }

    /** The answer to a load that was taken before: the same report, with where that version stands now (T57). */
    private LoadReport current(Load load, SyncRun run) {
        MenuState state = versions.find(load.location(), run.version())
                .map(MenuVersions.Line::state)
                .orElse(MenuState.SUPERSEDED);
        return run.report().in(LoadReport.State.of(state));
    }
}
