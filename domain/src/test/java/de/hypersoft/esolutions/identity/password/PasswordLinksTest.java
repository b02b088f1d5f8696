package de.hypersoft.esolutions.identity.password;

import static de.hypersoft.esolutions.identity.IdentityStage.PASSWORD;
import static de.hypersoft.esolutions.identity.IdentityStage.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.identity.AccountChanged;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.IdentityStage;
import de.hypersoft.esolutions.identity.UserInvited;
import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.identity.UserView;
import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.identity.session.SignInLimits;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PasswordLinksTest {

    private static final Device HOME = at("192.0.2.1");
    private static final String NEXT = "a brand new password";
    private static final String MAIL = "maria@linde.example";

    private final TenantId linde = new TenantId(UUID.randomUUID());
    private final IdentityStage its;
    private UserView maria;

    @SuppressWarnings("NullAway.Init")
    PasswordLinksTest(Store store) {
        this.its = new IdentityStage(store);
    }

    @BeforeEach
    void maria() {
        its.nobody();
        maria = its.manager("maria", linde);
        its.users.change(its.staff(), maria.id(), UserRights.manager("Maria", Scope.all(linde)), MAIL);
        its.events.events().clear();
    }

    @Test
    void whoever_forgot_the_password_gets_a_link_and_everybody_who_was_in_is_out() {
        Secret session = its.signIn.signIn("maria", PASSWORD, HOME).session();
        Secret token = reset("maria");

        assertThat(its.choosing.open(token.value()).login()).isEqualTo("maria");
        its.choosing.choose(token.value(), NEXT, HOME);

        assertThat(its.caller(session.value())).isEmpty();
        assertThat(its.signIn.signIn("maria", NEXT, HOME)).isNotNull();
        assertThat(told(AccountChanged.class)).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(AccountChanged.What.PASSWORD);
            assertThat(change.mail()).isEqualTo(MAIL);
        });
    }

    @Test
    void a_link_lets_the_owner_in_whatever_strangers_try() {
        Device stranger = at("198.51.100.9");
        for (int i = 0; i < 60; i++) {
            Device one = at("198.51.100." + i);
            assertThatThrownBy(() -> its.signIn.signIn("maria", "guess", one)).isInstanceOf(Refusal.class);
        }
        Secret device = its.choosing.choose(reset("maria").value(), NEXT, stranger);

        assertThat(its.signIn.signIn("maria", NEXT, new Device("203.0.113.5", device.value(), "Firefox")))
                .isNotNull();
    }

    @Test
    void a_link_works_once_for_half_an_hour_and_only_the_newest() throws Exception {
        Secret first = reset("maria");
        Secret second = reset(MAIL);
        assertThatThrownBy(() -> its.choosing.open(first.value())).isInstanceOf(PasswordLinks.LinkUsed.class);

        List<Boolean> won = Together.run(4, () -> {
            try {
                its.choosing.choose(second.value(), NEXT, HOME);
                return true;
            } catch (PasswordLinks.LinkUsed lost) {
                return false;
            }
        });
        assertThat(won).containsOnlyOnce(true);

        Secret late = reset("maria");
        its.clock.advance(Duration.ofMinutes(30));
        assertThatThrownBy(() -> its.choosing.choose(late.value(), NEXT, HOME))
                .isInstanceOf(PasswordLinks.LinkUsed.class);
        its.links.sweep();
        assertThat(its.count("identity.password_link")).isZero();
    }

    @Test
    void the_secret_of_a_link_stands_nowhere_in_the_database() {
        Secret token = reset("maria");

        assertThat(its.count("identity.password_link where token_hash = '" + token.value() + "'"))
                .isZero();
        assertThat(its.count("identity.password_link")).isEqualTo(1);
    }

    @Test
    void asking_tells_nobody_whether_there_is_such_an_account() {
        its.choosing.forgot("Maria ", HOME);
        its.choosing.forgot("nobody", HOME);

        assertThat(told(PasswordForgotten.class))
                .extracting(PasswordForgotten::typed)
                .containsExactly("maria", "nobody");
        assertThat(its.links.resets("nobody")).isEmpty();
    }

    @Test
    void nobody_is_bombed_with_mails_for_a_password() {
        for (int i = 0; i < 30; i++) its.choosing.forgot("maria", at("198.51.100." + i));
        assertThat(told(PasswordForgotten.class)).hasSize(3);

        for (int i = 0; i < 10; i++) its.choosing.forgot("somebody" + i, HOME);
        assertThatThrownBy(() -> its.choosing.forgot("another", HOME)).isInstanceOf(SignInLimits.TooManyAttempts.class);
    }

    @Test
    void each_account_of_a_mailbox_gets_a_link_of_its_own() {
        named("maria-office", MAIL);

        List<PasswordLinks.Mailed> links = its.links.resets(MAIL);

        assertThat(links).extracting(PasswordLinks.Mailed::login).containsExactly("maria", "maria-office");
        assertThat(links).allSatisfy(link -> assertThat(
                        its.choosing.open(link.token().value()).login())
                .isEqualTo(link.login()));
    }

    @Test
    void who_asks_for_a_new_password_does_not_end_an_invitation_that_waits() {
        UserView nora = its.users.create(its.staff(), "nora", UserRights.manager("Nora", Scope.all(linde)), MAIL);
        Secret invitation = its.links.invitation(nora.id()).orElseThrow().token();

        its.links.resets("nora");
        its.choosing.choose(invitation.value(), NEXT, HOME);

        assertThat(its.count("identity.password_link where user_id = '" + nora.id() + "'"))
                .isZero();
    }

    @Test
    void a_deactivated_user_gets_no_link_and_cannot_use_an_old_one() {
        Secret token = reset("maria");
        its.users.deactivate(its.staff(), maria.id());

        assertThat(its.links.resets("maria")).isEmpty();
        assertThatThrownBy(() -> its.choosing.choose(token.value(), NEXT, HOME))
                .isInstanceOf(PasswordLinks.LinkUsed.class);
    }

    @Test
    void a_new_user_has_no_password_until_it_is_chosen_and_nobody_else_ever_knows_it() {
        Caller boss = its.staff();
        UserView nora = its.users.create(boss, "nora", UserRights.manager("Nora", Scope.all(linde)), "");
        for (String guess : List.of("", "none", "null"))
            assertThatThrownBy(() -> its.signIn.signIn("nora", guess, HOME)).isInstanceOf(Invalid.class);

        Secret link = its.links.invite(boss, nora.id());
        its.clock.advance(Duration.ofDays(6));
        assertThatThrownBy(() -> its.choosing.choose(link.value(), "passwort123", HOME))
                .isInstanceOf(Invalid.class);
        its.choosing.choose(link.value(), NEXT, HOME);

        assertThat(its.signIn.signIn("nora", NEXT, HOME)).isNotNull();
    }

    @Test
    void an_invitation_is_mailed_to_the_address_and_its_link_is_made_with_the_mail() {
        its.links.mailInvitation(its.staff(), maria.id());

        assertThat(told(UserInvited.class)).singleElement().satisfies(invited -> assertThat(
                        its.links.invitation(invited.userId()))
                .hasValueSatisfying(link -> assertThat(link.mail()).isEqualTo(MAIL)));
    }

    @Test
    void a_changed_mail_address_is_told_at_the_one_before() {
        its.users.changeOwnMail(IdentityStage.callerOf(maria), "thief@elsewhere.example");

        assertThat(told(AccountChanged.class)).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(AccountChanged.What.MAIL);
            assertThat(change.mail()).isEqualTo(MAIL);
        });
    }

    private UserView named(String login, String mail) {
        UserView user = its.manager(login, linde);
        return its.users.change(its.staff(), user.id(), UserRights.manager(login, Scope.all(linde)), mail);
    }

    @Test
    void a_takeover_by_another_address_is_seen_in_the_log() {
        its.clock.advance(Duration.ofSeconds(1));
        its.users.change(its.staff(), maria.id(), UserRights.manager("Maria", Scope.all(linde)), "a@thief.example");
        its.clock.advance(Duration.ofSeconds(1));
        its.users.change(its.staff(), maria.id(), UserRights.manager("Maria", Scope.all(linde)), "a@thief.example");

        assertThat(its.store.in(() -> its.audit.newest(linde.value(), 0, 2)))
                .extracting(Audit.Line::detail)
                .containsExactly("MANAGER, locations: all", "MANAGER, locations: all, mail changed");
    }

    private Secret reset(String typed) {
        List<PasswordLinks.Mailed> links = its.links.resets(typed);
        assertThat(links).hasSize(1);
        return links.get(0).token();
    }

    private <T> List<T> told(Class<T> type) {
        return its.events.events().stream()
                .filter((DomainEvent event) -> type.isInstance(event))
                .map(type::cast)
                .toList();
    }
}
