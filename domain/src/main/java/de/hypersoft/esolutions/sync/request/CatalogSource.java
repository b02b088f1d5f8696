package de.hypersoft.esolutions.sync.request;

import de.hypersoft.esolutions.tenancy.LocationId;
import java.util.Optional;
import java.util.UUID;

/** What sync asks of the tills, against the arrow; in the transaction of whoever calls. */
public interface CatalogSource {

    /**
     * Asks the location's control till to send its catalogue.
     *
     * @return the name of the till that was asked; empty when none has been heard of lately
     */
    Optional<String> ask(LocationId location, UUID request);

    /** Whether a till is paired with the location that sends catalogues, heard of lately or not. */
    boolean paired(LocationId location);

    /** The request has ended; a till that comes back later is not asked any more. */
    void callOff(UUID request);
}
