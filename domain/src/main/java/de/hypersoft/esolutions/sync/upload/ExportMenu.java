package de.hypersoft.esolutions.sync.upload;

import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.sync.menufile.MenuExport;
import de.hypersoft.esolutions.sync.menufile.MenuFileKind;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;

/** What a location sells, as a file to be taken away: the menu is the restaurant's. */
@ApplicationScoped
@Transactional
public class ExportMenu {

    private final MenuVersions versions;
    private final Locations locations;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    ExportMenu(MenuVersions versions, Locations locations, Tenants tenants, Clock clock) {
        this.versions = versions;
        this.locations = locations;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * The menu that guests see.
     *
     * @param reader whose language the heads of a table are in
     * @throws NotFound {@code no-menu-yet}
     */
    public byte[] export(TenantId tenant, LocationId id, MenuFileKind kind, String reader) {
        Location location = locations.get(tenant, id);
        CatalogDocument menu = versions.shownDocument(id)
                .orElseThrow(() -> new NotFound("no-menu-yet", "location " + id + " has no menu yet"));
        LocalDate today = clock.instant().atZone(location.zone()).toLocalDate();
        return MenuExport.of(kind, menu, tenants.get(tenant).defaultLanguage(), reader, today);
    }
}
