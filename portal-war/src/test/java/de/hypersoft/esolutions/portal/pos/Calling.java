package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.pos.tills.AuthenticateTill.Device;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.util.UUID;

/** A till whose token was found. */
public final class Calling {

    private Calling() {}

    public static TillCaller till(boolean headOffice) {
        TillCaller caller = new TillCaller();
        caller.is(new Device(
                new TillId(UUID.randomUUID()),
                new TenantId(UUID.randomUUID()),
                new LocationId(UUID.randomUUID()),
                1,
                "Kasse 1",
                !headOffice,
                headOffice,
                "j",
                0,
                null,
                0));
        return caller;
    }
}
