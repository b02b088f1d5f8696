package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;

/** Mails to locations that are queued in a store. */
public final class StoredLetters {

    private StoredLetters() {}

    public static LocationLetters in(Store store, Clock clock) {
        return new LocationLetters(
                new Locations(store.entities()), new Tenants(store.entities()), new Mails(store.entities(), clock));
    }
}
