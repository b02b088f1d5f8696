package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.sync.request.CatalogSource;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * Who says what a location sells. Where a till has sent the master data and is still paired, it is the till: what a person
 * brought would be gone with its next load. Everywhere else it is a person.
 */
@ApplicationScoped
@Transactional
public class MenuMaster {

    private final EntityManager entities;
    private final CatalogSource tills;

    @Inject
    MenuMaster(EntityManager entities, CatalogSource tills) {
        this.entities = entities;
        this.tills = tills;
    }

    public boolean isTill(LocationId location) {
        ReceivedCatalog received = entities.find(ReceivedCatalog.class, location.value());
        return received != null && !received.byPerson() && tills.paired(location);
    }

    /** @throws Conflict {@code till-sends-menu} */
    public void requirePerson(LocationId location) {
        if (isTill(location))
            throw new Conflict("till-sends-menu", "a till sends this location's menu; it would overwrite the file's");
    }
}
