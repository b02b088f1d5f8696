package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.text.Utf8;
import de.hypersoft.esolutions.sync.SyncRuns.Load;
import de.hypersoft.esolutions.sync.request.FollowSync;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.StringReader;

/**
 * A till sends its catalogue. Parts with a fault are left out and named in the report; the rest is staged until the day
 * end or until a person asks for it. A location's first catalogue is published at once, so that a new shop is not
 * empty until the next morning. What is no UTF-8, has no version, another currency, or nothing to sell is refused as a whole, and
 * then nothing changed but the history.
 */
@ApplicationScoped
public class ImportCatalog {

    private final CatalogIntake intake;
    private final SyncRuns runs;
    private final FollowSync following;

    @Inject
    ImportCatalog(CatalogIntake intake, SyncRuns runs, FollowSync following) {
        this.intake = intake;
        this.runs = runs;
        this.following = following;
    }

    /** Replaces everything this location sold before. Sent again, it changes nothing and gets the same report (T57). */
    public LoadReport full(TenantId tenant, LocationId location, byte[] json, Actor actor) {
        return load(new Load(tenant, location, SyncRun.Kind.FULL, actor), json);
    }

    /**
     * Changes what it names.
     *
     * @throws de.hypersoft.esolutions.kernel.Conflict {@code full-load-required} when it does not build on the version
     *     received last (T57)
     */
    public LoadReport increment(TenantId tenant, LocationId location, byte[] json, Actor actor) {
        return load(new Load(tenant, location, SyncRun.Kind.INCREMENT, actor), json);
    }

    private LoadReport load(Load load, byte[] json) {
        String version = "";
        try {
            CatalogText.Result read = CatalogText.read(new StringReader(Utf8.text(json, "body")));
            version = read.document().version();
            return intake.take(load, read);
        } catch (Refusal refusal) {
            runs.refused(load, version, refusal);
            following.refused(load.location(), version, refusal);
            throw refusal;
        }
    }
}
