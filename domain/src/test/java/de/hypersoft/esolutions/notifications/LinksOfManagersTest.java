package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.identity.AccountChanged;
import de.hypersoft.esolutions.identity.QuickPasswords;
import de.hypersoft.esolutions.identity.UserInvited;
import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.identity.password.PasswordForgotten;
import de.hypersoft.esolutions.identity.password.PasswordLinks;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.notifications.account.AccountLetters;
import de.hypersoft.esolutions.notifications.account.SendInvitation;
import de.hypersoft.esolutions.notifications.account.SendPasswordLink;
import de.hypersoft.esolutions.notifications.account.TellOfAccountChange;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager's words under the platform's name, to an address that the manager chose. */
@OnBothDatabases
class LinksOfManagersTest {

    private static final String EVIL = "https://evil.example/x";

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Users users;
    private final PasswordLinks links;
    private final AccountLetters letters;
    private final Scope brand;

    LinksOfManagersTest(Store store) {
        this.store = store;
        Audit audit = new Audit(store.entities(), clock);
        users = QuickPasswords.users(store.entities(), new Locations(store.entities()), audit, clock);
        links = QuickPasswords.links(store.entities(), users, audit, clock);
        letters = new AccountLetters(new Tenants(store.entities()), new Mails(store.entities(), clock));
        brand = Scope.all(WaitingOrder.at(store, clock.instant(), null).tenant());
        QueuedMail.none(store);
    }

    @ParameterizedTest
    @ValueSource(strings = {EVIL, "www.evil.example", "Gewinn: evil.com", "thief@evil.example", "<b>Nora</b>"})
    void nobody_is_named_by_a_link(String name) {
        assertThatThrownBy(() -> UserRights.manager(name, brand)).isInstanceOfSatisfying(Invalid.class, refused -> {
            assertThat(refused.code()).isEqualTo("link-not-allowed");
            assertThat(refused.field()).isEqualTo("name");
        });
    }

    @Test
    void no_mail_about_an_account_carries_a_link_that_a_manager_typed() {
        UUID user = namedBefore();

        store.run(() -> new SendInvitation(links, letters, OneAddress.PORTAL).on(new UserInvited(user, random())));
        store.run(() ->
                new SendPasswordLink(links, letters, OneAddress.PORTAL).on(new PasswordForgotten(random(), EVIL)));
        for (AccountChanged.What what : AccountChanged.What.values())
            store.run(() -> new TellOfAccountChange(letters)
                    .on(new AccountChanged(
                            random(),
                            user,
                            brand.tenant().value(),
                            "victim@gast.example",
                            EVIL,
                            what,
                            clock.instant())));

        assertThat(rows("select m.kind from notifications.mail m"))
                .contains("INVITATION", "PASSWORD_RESET", "ACCOUNT_CHANGED");
        List<String> texts = rows("select coalesce(m.body_text, '') || coalesce(m.body_html, '') || m.subject"
                + " from notifications.mail m");
        assertThat(texts)
                .hasSize(2 + AccountChanged.What.values().length)
                .allSatisfy(text -> assertThat(text).contains("evil").doesNotContain("//evil", "evil.example"));
    }

    /** As a user could be before names were looked at, and as a login still can be, which may be a mail address. */
    private UUID namedBefore() {
        UUID user = store.in(() -> users.create(Actor.SYSTEM, EVIL, UserRights.manager("Nora", brand), "ten+letters")
                .id());
        store.run(() -> store.entities()
                .createNativeQuery("update identity.portal_user set name = :name, mail = 'victim@gast.example'"
                        + " where id = :id")
                .setParameter("name", EVIL)
                .setParameter("id", user)
                .executeUpdate());
        return user;
    }

    private static UUID random() {
        return UUID.randomUUID();
    }

    private List<String> rows(String query) {
        return store.in(() -> store.entities()
                .createNativeQuery(query, String.class)
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }
}
