package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.catalog.document.StoredText;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.sync.EditedMenus;
import de.hypersoft.esolutions.sync.EditedMenus.Loaded;
import de.hypersoft.esolutions.sync.request.SyncRequests;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens a location's draft, and stores what a step makes of it. In the transaction of whoever calls. */
@ApplicationScoped
class DraftDesk {

    private static final int ATTEMPTS = 8;

    private final MenuDrafts drafts;
    private final MenuVersions versions;
    private final EditedMenus menus;
    private final SyncRequests requests;
    private final Locations locations;
    private final Tenants tenants;
    private final Audit audit;
    private final Clock clock;

    @Inject
    DraftDesk(
            MenuDrafts drafts,
            MenuVersions versions,
            EditedMenus menus,
            SyncRequests requests,
            Locations locations,
            Tenants tenants,
            Audit audit,
            Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.menus = menus;
        this.requests = requests;
        this.locations = locations;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param row the draft; null when nobody has begun one, and then the menu is what one would begin with
     * @param newest the load that was taken last; null before the first
     */
    record Open(
            Location location,
            MenuDrafts.@Nullable Row row,
            CatalogDocument menu,
            @Nullable Loaded newest) {

        String newestVersion() {
            return newest == null ? "" : newest.version();
        }

        /** The till's load that counts and not the draft; null where the portal makes the menu. */
        @Nullable
        Loaded till() {
            boolean known = row != null && row.base().equals(newestVersion());
            return newest != null && newest.byTill() && !known ? newest : null;
        }
    }

    /**
     * What a step makes of a menu.
     *
     * @param subject what it was done to, in words
     * @param key kind and id of the part that has to be right by itself ({@link CatalogFinding#key()}); empty for none
     */
    record Made(CatalogDocument menu, String subject, String key) {}

    /** Pure: it is asked again when somebody else was faster. */
    interface Step {
        Made from(CatalogDocument now);
    }

    Open open(TenantId tenant, LocationId id) {
        Location location = locations.get(tenant, id);
        Optional<MenuDrafts.Row> row = drafts.find(id);
        Loaded newest = menus.newest(id).orElse(null);
        CatalogDocument menu = row.map(draft -> CatalogText.stored(draft.document()))
                .or(() -> current(id, newest).flatMap(version -> versions.document(id, version)))
                .orElseGet(() -> empty(location));
        return new Open(location, row.orElse(null), menu, newest);
    }

    /** What is made here goes on from what waits; of a till's menus what guests see counts. */
    private Optional<UUID> current(LocationId id, @Nullable Loaded newest) {
        return newest != null && newest.byTill()
                ? versions.shownId(id)
                : versions.newest(id).map(MenuVersions.Line::id);
    }

    CatalogDocument empty(Location location) {
        return StartingMenu.of(
                location.country(), tenants.get(location.tenant()).currency().getCurrencyCode());
    }

    /**
     * Stores the next menu, and writes down who did what.
     *
     * @throws Conflict {@code till-is-master} where a till sends the menu; {@code menu-changed-meanwhile} when others were faster
     *     each time
     * @throws MenuFaults when a load would refuse the part that was touched
     */
    Made change(Editor editor, Deed deed, Step step) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Open now = open(editor.tenant(), editor.location());
            if (now.till() != null) throw new Conflict("till-is-master", "a till sends the menu of this location");
            Made made = step.from(now.menu());
            if (!made.key().isEmpty()) refuse(editor, made);
            if (store(editor, now, made.menu(), note(editor, deed, made.subject()))) {
                record(editor, now.location(), deed, made.subject());
                return made;
            }
        }
        throw new ChangedMeanwhile();
    }

    private void refuse(Editor editor, Made made) {
        List<CatalogFinding> own = menus.judge(editor.tenant(), editor.location(), made.menu()).stream()
                .filter(fault -> fault.cause() == null && fault.key().equals(made.key()))
                .toList();
        if (!own.isEmpty()) throw new MenuFaults(own);
    }

    MenuDrafts.Note note(Editor editor, Deed deed, String subject) {
        return new MenuDrafts.Note(deed, subject, editor.actor().name(), clock.instant());
    }

    /** False when somebody else was faster. */
    boolean store(Editor editor, Open now, CatalogDocument menu, MenuDrafts.Note note) {
        String text = StoredText.of(menu);
        MenuDrafts.Row row = now.row();
        if (row != null) return drafts.replace(editor.location(), row.revision(), text, now.newestVersion(), note);
        requests.lock(editor.location());
        if (drafts.find(editor.location()).isPresent()) return false;
        drafts.begin(new MenuDraft(editor, now.newestVersion(), StoredText.of(now.menu()), text, note));
        return true;
    }

    void record(Editor editor, Location location, Deed deed, String subject) {
        audit.record(editor.actor(), editor.tenant().value(), deed.action(), location.name(), subject);
    }
}
