package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.notifications.mail.Mail;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.sync.held.LoadHeld;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TellOfHeldLoadTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final TellOfHeldLoad letter;
    private final Location location;

    TellOfHeldLoadTest(Store store) {
        this.store = store;
        this.location = TestLocations.open(store, clock.instant());
        this.letter = new TellOfHeldLoad(StoredLetters.in(store, clock), OneAddress.PORTAL);
    }

    @Test
    void the_location_is_told_once_what_would_vanish_however_often_the_load_comes_again() {
        UUID notice = Uuid7.at(clock.instant());

        store.run(() -> letter.on(held(notice, "v2")));
        store.run(() -> letter.on(held(notice, "v3")));

        List<Mail> mails = store.in(() -> store.entities()
                .createQuery("select m from Mail m where m.about = :notice", Mail.class)
                .setParameter("notice", notice)
                .getResultList());
        assertThat(mails).hasSize(1);
        MailText text = mails.get(0).text();
        assertThat(text.subject()).contains("Mitte", "zurückgehalten");
        assertThat(text.text()).contains("34 der 79 Gerichte", "Pizza Funghi", "/portal/sync/");
    }

    private LoadHeld held(UUID notice, String version) {
        return new LoadHeld(
                notice,
                location.tenant().value(),
                location.id().value(),
                version,
                false,
                79,
                34,
                List.of(Map.of("de", "Pizza Funghi")));
    }
}
