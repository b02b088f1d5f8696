package de.hypersoft.esolutions.sync.upload;

import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.sync.CatalogIntake;
import de.hypersoft.esolutions.sync.LoadPreview;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.MenuMaster;
import de.hypersoft.esolutions.sync.PublishMenu;
import de.hypersoft.esolutions.sync.SyncRun;
import de.hypersoft.esolutions.sync.SyncRuns;
import de.hypersoft.esolutions.sync.menufile.MenuFileKind;
import de.hypersoft.esolutions.sync.menufile.MenuFiles;
import de.hypersoft.esolutions.sync.menufile.ReadMenu;
import de.hypersoft.esolutions.sync.spreadsheet.Table;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A restaurant brings its menu in a file: it is read, looked at, and taken in as a till's load would be. */
@ApplicationScoped
@Transactional
public class BringMenu {

    private final MenuUploads uploads;
    private final UploadReader reader;
    private final MenuMaster master;
    private final CatalogIntake intake;
    private final PublishMenu publishing;
    private final Locations locations;
    private final Audit audit;
    private final Clock clock;

    @Inject
    BringMenu(
            MenuUploads uploads,
            UploadReader reader,
            MenuMaster master,
            CatalogIntake intake,
            PublishMenu publishing,
            Locations locations,
            Audit audit,
            Clock clock) {
        this.uploads = uploads;
        this.reader = reader;
        this.master = master;
        this.intake = intake;
        this.publishing = publishing;
        this.locations = locations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A file that waits, with what it would change.
     *
     * @param table its cells; null for a file that is none
     * @param categories their names, in the order of the file
     * @param wrong why nothing of it can be shown: a column or a rate is missing, or it is another currency's; else null
     * @param read what it says; null when {@code wrong}
     * @param preview null when {@code wrong}
     */
    public record Shown(
            UUID id,
            String fileName,
            MenuFileKind kind,
            Instant expiresAt,
            Reading reading,
            @Nullable Table table,
            List<String> categories,
            @Nullable Invalid wrong,
            @Nullable ReadMenu read,
            @Nullable LoadPreview preview) {}

    /** Whether a till says what this location sells, so that a file would be in vain. */
    public boolean isTills(TenantId tenant, LocationId location) {
        return master.isTill(locations.get(tenant, location).id());
    }

    /**
     * Puts a file aside for a day; nothing of the menu changes.
     *
     * @throws Invalid {@code menu-file-foreign}, {@code menu-file-too-large}, {@code menu-table-broken} and so on
     * @throws de.hypersoft.esolutions.kernel.Conflict {@code till-sends-menu}
     */
    public UUID receive(TenantId tenant, LocationId id, String fileName, byte[] content) {
        Location location = locations.get(tenant, id);
        master.requirePerson(id);
        MenuFileKind kind = MenuFiles.kind(content);
        Reading first = reader.guessed(location, kind, content);
        MenuUpload upload = new MenuUpload(location, fileName, kind, content, first, clock.instant());
        uploads.add(id, upload);
        return upload.id();
    }

    /** @throws NotFound {@code no-menu-upload} */
    public Shown show(TenantId tenant, LocationId id, UUID uploadId) {
        Location location = locations.get(tenant, id);
        MenuUpload upload = uploads.get(id, uploadId);
        Reading reading = upload.reading();
        Table table = upload.kind().table() ? MenuFiles.table(upload.kind(), upload.content()) : null;
        try {
            ReadMenu read = reader.read(location, upload.kind(), upload.content(), reading);
            LoadPreview preview = intake.preview(tenant, id, loaded(read));
            return shown(upload, table, reader.categories(location, read.document()), null, read, preview);
        } catch (Invalid wrong) {
            return shown(upload, table, reading.drinkCategories(), wrong, null, null);
        }
    }

    private static Shown shown(
            MenuUpload upload,
            @Nullable Table table,
            List<String> categories,
            @Nullable Invalid wrong,
            @Nullable ReadMenu read,
            @Nullable LoadPreview preview) {
        return new Shown(
                upload.id(),
                upload.fileName(),
                upload.kind(),
                upload.expiresAt(),
                upload.reading(),
                table,
                categories,
                wrong,
                read,
                preview);
    }

    /**
     * Reads the file otherwise from now on. Where other columns are read, the categories of drinks are guessed anew.
     *
     * @throws NotFound {@code no-menu-upload}
     */
    public void readAs(TenantId tenant, LocationId id, UUID uploadId, Reading reading) {
        Location location = locations.get(tenant, id);
        MenuUpload upload = uploads.get(id, uploadId);
        boolean same = upload.reading().columns().equals(reading.columns());
        upload.readAs(same ? reading : reader.withDrinks(location, upload.kind(), upload.content(), reading));
    }

    /**
     * Takes the file in as a full load, once.
     *
     * @param now whether guests see it at once; else with the day change, as every load
     * @throws NotFound {@code no-menu-upload} when it was taken already
     * @throws de.hypersoft.esolutions.kernel.Conflict {@code till-sends-menu}
     * @throws Invalid what {@link Shown#wrong} says, or {@code nothing-to-sell}
     */
    public LoadReport take(TenantId tenant, LocationId id, UUID uploadId, boolean now, Actor by) {
        Location location = locations.get(tenant, id);
        MenuUpload upload = uploads.get(id, uploadId);
        if (!uploads.remove(id, uploadId)) throw MenuUploads.gone();
        master.requirePerson(id);
        ReadMenu read = reader.read(location, upload.kind(), upload.content(), upload.reading());
        LoadReport report = intake.take(
                new SyncRuns.Load(tenant, id, SyncRun.Kind.FULL, by), UploadReader.noting(read, loaded(read)));
        audit.record(by, tenant.value(), "menu-file-taken", location.slug(), upload.fileName());
        if (!now || report.state() != LoadReport.State.STAGED) return report;
        publishing.publish(id, by);
        return report.in(LoadReport.State.PUBLISHED);
    }

    /** Throws a file away; one that is gone already stays gone. */
    public void drop(TenantId tenant, LocationId id, UUID uploadId) {
        uploads.remove(locations.get(tenant, id).id(), uploadId);
    }

    private static CatalogText.Result loaded(ReadMenu read) {
        return CatalogText.read(new StringReader(Json.write(read.document())));
    }
}
