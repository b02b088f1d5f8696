package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.identity.QuickPasswords;
import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.identity.password.PasswordForgotten;
import de.hypersoft.esolutions.identity.password.PasswordLinks;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.notifications.account.AccountLetters;
import de.hypersoft.esolutions.notifications.account.SendPasswordLink;
import de.hypersoft.esolutions.notifications.mail.Draft;
import de.hypersoft.esolutions.notifications.mail.Mail;
import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailResult;
import de.hypersoft.esolutions.notifications.mail.MailState;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailToSend;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.notifications.mail.OutgoingMail;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class AccountMailTest {

    private static final String LINK = "https://portal.example/portal/password/the-secret";

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final OutgoingMail outgoing;
    private final UUID request = Uuid7.at(clock.instant());

    AccountMailTest(Store store) {
        this.store = store;
        this.outgoing = new OutgoingMail(store.entities(), clock);
        QueuedMail.none(store);
    }

    @Test
    void a_link_that_opens_an_account_is_sent_and_shown_to_nobody_else() {
        queue(MailKind.INVITATION);

        assertThat(mail(Mail::text).text()).isEmpty();
        MailToSend letter = store.in(() -> outgoing.prepare(10)).get(0);
        assertThat(letter.text()).contains(LINK);
        store.run(() -> outgoing.conclude(List.of(MailResult.sent(letter))));

        assertThat(stored("body_text")).isEmpty();
        assertThat(stored("body_html")).isEmpty();
    }

    @Test
    void a_link_that_has_run_out_before_it_could_be_sent_is_not_sent() {
        queue(MailKind.PASSWORD_RESET);
        clock.advance(Duration.ofMinutes(30));

        assertThat(store.<List<MailToSend>>in(() -> outgoing.prepare(10))).isEmpty();

        assertThat(mail(Mail::entry).state()).isEqualTo(MailState.OVERTAKEN);
        assertThat(stored("body_text")).isEmpty();
    }

    @Test
    void a_link_that_nobody_takes_is_not_kept_beside_the_reason() {
        queue(MailKind.INVITATION);
        MailToSend letter = store.in(() -> outgoing.prepare(10)).get(0);

        store.run(() -> outgoing.conclude(List.of(MailResult.failed(letter, "550 no such user", true))));

        assertThat(mail(Mail::entry).state()).isEqualTo(MailState.UNDELIVERABLE);
        assertThat(stored("body_text")).isEmpty();
        assertThat(stored("body_html")).isEmpty();
    }

    @Test
    void each_account_of_a_mailbox_gets_a_mail_of_its_own_with_a_link_that_works() {
        Audit audit = new Audit(store.entities(), clock);
        Users users = QuickPasswords.users(store.entities(), new Locations(store.entities()), audit, clock);
        PasswordLinks links = QuickPasswords.links(store.entities(), users, audit, clock);
        Scope brand = Scope.all(WaitingOrder.at(store, clock.instant(), null).tenant());
        String mailbox = request + "@linde.example";
        List<String> logins = List.of("chef-" + request, "office-" + request);
        for (String login : logins)
            store.run(() -> users.create(Actor.SYSTEM, login, UserRights.manager("Maria", brand), "ten+letters"));
        store.run(() -> store.entities()
                .createNativeQuery("update identity.portal_user set mail = :mailbox where login in :logins")
                .setParameter("mailbox", mailbox)
                .setParameter("logins", logins)
                .executeUpdate());

        AccountLetters letters = new AccountLetters(new Tenants(store.entities()), new Mails(store.entities(), clock));
        store.run(() ->
                new SendPasswordLink(links, letters, OneAddress.PORTAL).on(new PasswordForgotten(request, mailbox)));

        List<String> texts = store.in(() -> outgoing.prepare(10)).stream()
                .map(MailToSend::text)
                .toList();
        assertThat(texts).hasSize(2);
        assertThat(texts.stream().map(text -> opened(links, text))).containsExactlyInAnyOrderElementsOf(logins);
    }

    private String opened(PasswordLinks links, String text) {
        String token = text.replaceAll("(?s).*/password/([\\w-]+).*", "$1");
        String login = store.in(() -> links.open(token).login());
        assertThat(text).contains(login);
        return login;
    }

    private void queue(MailKind kind) {
        MailText text = new MailBody().link("Passwort", LINK).mail("de", "Neues Passwort");
        UUID nobodys = new UUID(0, 0);
        store.in(() -> new Mails(store.entities(), clock)
                .queue(new Draft(kind, request, 1, nobodys, nobodys, "maria@linde.example", text)));
    }

    private <T> T mail(Function<Mail, T> of) {
        return store.in(() -> of.apply(store.entities()
                .createQuery("select m from Mail m where m.about = :about", Mail.class)
                .setParameter("about", request)
                .getSingleResult()));
    }

    private String stored(String column) {
        return store.in(() -> (String) store.entities()
                .createNativeQuery(
                        "select " + column + " from notifications.mail where about_id = :about", String.class)
                .setParameter("about", request)
                .getSingleResult());
    }
}
