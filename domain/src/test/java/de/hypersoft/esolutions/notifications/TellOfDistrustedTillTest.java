package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.notifications.mail.Mail;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.pos.tills.JournalRolledBack;
import de.hypersoft.esolutions.pos.tills.TillDistrusted;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TellOfDistrustedTillTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final TellOfDistrustedTill letter;
    private final Location location;
    private final UUID till = Uuid7.at(clock.instant());

    TellOfDistrustedTillTest(Store store) {
        this.store = store;
        this.location = TestLocations.open(store, clock.instant());
        this.letter = new TellOfDistrustedTill(StoredLetters.in(store, clock), OneAddress.PORTAL);
    }

    @Test
    void the_location_is_told_once_per_occasion_that_its_till_is_refused_and_what_to_do() {
        store.run(() -> letter.on(refused(1, JournalRolledBack.Kind.TOLD_BEFORE)));
        store.run(() -> letter.on(refused(1, JournalRolledBack.Kind.TOLD_BEFORE)));
        store.run(() -> letter.on(refused(2, JournalRolledBack.Kind.ANOTHER_JOURNAL)));

        List<Mail> mails = store.in(() -> store.entities()
                .createQuery("select m from Mail m where m.about = :till order by m.episode", Mail.class)
                .setParameter("till", till)
                .getResultList());
        assertThat(mails).hasSize(2);
        MailText first = mails.get(0).text();
        assertThat(first.subject()).contains("Kasse 1", "Mitte", "abgewiesen");
        assertThat(first.text())
                .contains("Sicherung", "jede Kopie abschalten", "»Dieses Journal gilt«", "/portal/tills");
        assertThat(mails.get(1).text().text()).contains("ein zweites Gerät");
    }

    private TillDistrusted refused(int occasion, JournalRolledBack.Kind kind) {
        return new TillDistrusted(
                till, location.tenant().value(), location.id().value(), "Kasse 1", occasion, kind, clock.instant());
    }
}
