package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.menu.DraftDesk.Made;
import de.hypersoft.esolutions.menu.DraftDesk.Open;
import de.hypersoft.esolutions.sync.EditedMenus;
import de.hypersoft.esolutions.sync.EditedMenus.Loaded;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.PublishMenu;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The draft of a location's menu as a whole: looked at, taken back, begun anew, published. */
@ApplicationScoped
@Transactional
public class ManageDraft {

    private static final int RANDOM = 28;

    private final DraftDesk desk;
    private final MenuDrafts drafts;
    private final MenuVersions versions;
    private final EditedMenus menus;
    private final PublishMenu publishing;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    ManageDraft(
            DraftDesk desk,
            MenuDrafts drafts,
            MenuVersions versions,
            EditedMenus menus,
            PublishMenu publishing,
            Tenants tenants,
            Clock clock) {
        this.desk = desk;
        this.drafts = drafts;
        this.versions = versions;
        this.menus = menus;
        this.publishing = publishing;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * What an editor sees.
     *
     * @param menu the draft; without one, what it would begin with: the menu that is on sale or waits, or an empty one
     * @param last what was done to the draft last; null when there is none
     * @param till the till's load, where a till sends the menu and it is only shown; null where it is made here
     * @param language the brand's, in which each name is needed
     */
    public record Shown(
            CatalogDocument menu,
            @Nullable Last last,
            @Nullable Loaded till,
            String language) {

        public boolean isDraft() {
            return last != null;
        }

        public boolean canBeChanged() {
            return till == null;
        }
    }

    /** @param revision of the draft after it; @param undoable whether the menu of before is kept */
    public record Last(int revision, Deed deed, String subject, String by, Instant at, boolean undoable) {}

    public Shown look(TenantId tenant, LocationId location) {
        Open open = desk.open(tenant, location);
        MenuDrafts.Row row = open.row();
        return new Shown(
                open.menu(),
                row == null
                        ? null
                        : new Last(row.revision(), row.deed(), row.subject(), row.by(), row.at(), row.undoable()),
                open.till(),
                tenants.get(tenant).defaultLanguage());
    }

    /** What this menu changes of what guests see now. */
    public MenuDifference difference(TenantId tenant, LocationId location, CatalogDocument menu) {
        CatalogDocument onSale = versions.shownId(location)
                .flatMap(id -> versions.document(location, id))
                .orElseGet(() -> Elements.nothing(menu));
        return MenuDifference.between(onSale, menu);
    }

    /** All for which a part of this menu would be refused. */
    public List<CatalogFinding> faults(TenantId tenant, LocationId location, CatalogDocument menu) {
        return menus.judge(tenant, location, menu);
    }

    /**
     * Takes the last change back; done again, it comes back.
     *
     * @param revision the one that the editor saw
     * @throws ChangedMeanwhile when there is a newer one
     */
    public void undo(Editor editor, int revision) {
        Open open = editable(editor);
        MenuDrafts.Row row = open.row();
        String subject = row == null ? "" : row.subject();
        if (!drafts.undo(editor.location(), revision, desk.note(editor, Deed.UNDONE, subject)))
            throw new ChangedMeanwhile();
        desk.record(editor, open.location(), Deed.UNDONE, subject);
    }

    /** A menu without dishes, instead of whatever there is; can be taken back. */
    public void beginEmpty(Editor editor) {
        Open open = editable(editor);
        desk.change(editor, Deed.BEGUN_EMPTY, menu -> new Made(desk.empty(open.location()), "", ""));
    }

    /** From now on the menu is made here, until a till sends one again. Without such a load it changes nothing. */
    public void takeOver(Editor editor) {
        Open open = desk.open(editor.tenant(), editor.location());
        if (open.till() == null) return;
        if (!desk.store(editor, open, open.menu(), desk.note(editor, Deed.TAKEN_OVER, "")))
            throw new ChangedMeanwhile();
        desk.record(editor, open.location(), Deed.TAKEN_OVER, open.newestVersion());
    }

    /**
     * Makes an earlier menu the draft, to be published as a new version.
     *
     * @throws NotFound {@code unknown-version}
     */
    public void rollBack(Editor editor, String version) {
        editable(editor);
        CatalogDocument earlier = versions.find(editor.location(), version)
                .flatMap(line -> versions.document(editor.location(), line.id()))
                .orElseThrow(() -> new NotFound("unknown-version", "there is no menu " + version));
        desk.change(editor, Deed.ROLLED_BACK, menu -> new Made(earlier, version, ""));
    }

    /** The draft is gone, and what is on sale stays. @throws ChangedMeanwhile as {@link #undo} */
    public void discard(Editor editor, int revision) {
        Open open = desk.open(editor.tenant(), editor.location());
        if (!drafts.remove(editor.location(), revision)) throw new ChangedMeanwhile();
        desk.record(editor, open.location(), Deed.DISCARDED, "");
    }

    /**
     * Hands the draft in as a till's load would be, and the draft is gone. A location's first menu is shown at once.
     *
     * @param now whether guests see it at once, else from the day end on
     * @return where it stands; {@code HELD} when too many dishes would be missing
     * @throws MenuFaults when a part of it would be refused; {@code menu-changed-meanwhile} as {@link #undo};
     *     {@code menu-loaded-meanwhile} when a till has sent one since it was begun
     */
    public LoadReport.State publish(Editor editor, int revision, boolean now) {
        Open open = desk.open(editor.tenant(), editor.location());
        MenuDrafts.Row row = open.row();
        if (row == null || row.revision() != revision) throw new ChangedMeanwhile();
        List<CatalogFinding> faults = menus.judge(editor.tenant(), editor.location(), open.menu());
        if (!faults.isEmpty()) throw new MenuFaults(faults);
        LoadReport report = menus.take(
                editor.tenant(), editor.location(), Elements.named(open.menu(), version()), row.base(), editor.actor());
        if (!drafts.remove(editor.location(), revision)) throw new ChangedMeanwhile();
        desk.record(editor, open.location(), Deed.STAGED, report.version());
        if (!now || report.state() != LoadReport.State.STAGED) return report.state();
        publishing.publish(editor.location(), editor.actor());
        return LoadReport.State.PUBLISHED;
    }

    private String version() {
        Instant now = clock.instant();
        return now.truncatedTo(ChronoUnit.SECONDS) + " "
                + Uuid7.at(now).toString().substring(RANDOM);
    }

    private Open editable(Editor editor) {
        Open open = desk.open(editor.tenant(), editor.location());
        if (open.till() != null) throw new Conflict("till-is-master", "a till sends the menu of this location");
        return open;
    }
}
