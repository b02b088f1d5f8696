package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.notifications.mail.Draft;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.BiFunction;

/** Mails to a location: to its own address, in its brand's language, by its own clock. */
@ApplicationScoped
public class LocationLetters {

    private final Locations locations;
    private final Tenants tenants;
    private final Mails mails;

    @Inject
    LocationLetters(Locations locations, Tenants tenants, Mails mails) {
        this.locations = locations;
        this.tenants = tenants;
        this.mails = mails;
    }

    /**
     * @param about and {@code episode}: what it is written about, and the how many-th time; queued once for each
     * @return false when it was queued before
     */
    public boolean queue(
            MailKind kind,
            UUID about,
            int episode,
            LocationId locationId,
            BiFunction<MailTexts, Location, MailText> text) {
        Location location = locations.get(locationId);
        MailTexts texts = new MailTexts(tenants.get(location.tenant()).defaultLanguage(), location.zone());
        return mails.queue(new Draft(
                kind,
                about,
                episode,
                location.tenant().value(),
                locationId.value(),
                location.details().mailTo(),
                text.apply(texts, location)));
    }
}
