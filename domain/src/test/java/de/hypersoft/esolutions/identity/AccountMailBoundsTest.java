package de.hypersoft.esolutions.identity;

import static de.hypersoft.esolutions.identity.IdentityStage.PASSWORD;
import static de.hypersoft.esolutions.identity.IdentityStage.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The addresses of accounts are entered by others, so what goes there has bounds. */
@OnBothDatabases
class AccountMailBoundsTest {

    private static final Device HOME = at("192.0.2.1");
    private static final String NEXT = "a brand new password";
    private static final String MAIL = "maria@linde.example";

    private final TenantId linde = new TenantId(UUID.randomUUID());
    private final IdentityStage its;
    private UserView maria;

    @SuppressWarnings("NullAway.Init")
    AccountMailBoundsTest(Store store) {
        this.its = new IdentityStage(store);
    }

    @BeforeEach
    void maria() {
        its.nobody();
        maria = named("maria", MAIL);
        its.events.events().clear();
    }

    @Test
    void nobody_is_bombed_by_asking_for_every_account_of_a_mailbox() {
        List<String> logins = new ArrayList<>();
        for (int i = 0; i < 12; i++) logins.add(named("maria" + i, MAIL).login());

        assertThat(logins.stream().map(its.links::resets).mapToInt(List::size).sum())
                .isEqualTo(10);
        assertThat(its.links.resets(named("nora", "nora@linde.example").login()))
                .hasSize(1);
        its.clock.advance(Duration.ofHours(3));
        assertThat(its.links.resets("maria")).hasSize(1);
    }

    @Test
    void a_manager_cannot_bomb_a_mailbox_by_inviting() {
        Caller boss = managing(maria);
        List<UserView> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) people.add(named("nora" + i, "victim+" + i + "@gast.example"));

        int refused = 0;
        for (int i = 0; i < 40; i++)
            if (isRefused(() -> its.links.mailInvitation(boss, people.get(0).id()))
                    | isRefused(
                            () -> its.links.mailInvitation(boss, people.get(3).id()))) refused++;

        assertThat(told(UserInvited.class)).hasSize(10);
        assertThat(refused).isEqualTo(35);
        its.links.mailInvitation(boss, named("nina", "nina@linde.example").id());
        its.clock.advance(Duration.ofHours(1));
        its.links.mailInvitation(boss, people.get(1).id());
    }

    @Test
    void a_manager_cannot_bomb_a_mailbox_by_changing_the_own_address() {
        Caller self = managing(maria);
        String before = MAIL;
        for (int i = 0; i < 100; i++) {
            String next = i % 2 == 0 ? "victim@gast.example" : "VICTIM+" + i + "@gast.example";
            if (isRefused(() -> its.users.changeOwnMail(self, next))) break;
            before = next;
        }

        assertThat(told(AccountChanged.class)).hasSize(11); // one of them to the address before all that
        assertThat(its.users.ownMail(self)).isEqualTo(before);
        assertThatThrownBy(() -> its.users.changeOwnMail(self, ""))
                .isInstanceOfSatisfying(
                        TooMany.class, refused -> assertThat(refused.code()).isEqualTo("too-many-mails"));
    }

    @Test
    void after_many_mails_an_address_stays_as_it_is_and_a_password_can_still_be_changed() {
        Caller self = managing(maria);
        for (int i = 0; i < 10; i++) its.links.mailInvitation(self, maria.id());
        Secret session = its.signIn.signIn("maria", PASSWORD, HOME).session();

        assertThatThrownBy(() -> its.users.changeOwnMail(self, "elsewhere@linde.example"))
                .isInstanceOf(TooMany.class);
        its.ownPassword.change(self, PASSWORD, NEXT, session.value(), HOME);

        assertThat(its.signIn.signIn("maria", NEXT, HOME)).isNotNull();
    }

    @Test
    void a_stolen_session_is_no_machine_that_writes_to_everybody() {
        assertThat(invitedBy(managing(maria), 0, 60)).isEqualTo(30);
        its.clock.advance(Duration.ofHours(3));
        assertThat(invitedBy(managing(maria), 60, 10))
                .as("not thirty more every few hours")
                .isLessThan(10);
        its.limits.sweep();
        assertThat(invitedBy(managing(maria), 110, 10)).as("after a sweep").isLessThan(10);
        its.clock.advance(Duration.ofHours(25));
        assertThat(invitedBy(managing(maria), 70, 40)).isEqualTo(30);
    }

    @Test
    void nor_are_the_managers_that_it_makes_and_other_brands_and_hosting_staff_go_on() {
        int all = 0;
        for (int i = 0; i < 5; i++) all += invitedBy(managing(its.manager("helper" + i, linde)), i * 30, 30);

        assertThat(all).isEqualTo(100);
        assertThat(invitedBy(its.staff(), 200, 40)).isEqualTo(40);
        UserView other = its.manager("other", new TenantId(UUID.randomUUID()));
        its.users.change(
                its.staff(), other.id(), UserRights.manager("Other", (Scope) other.reach()), "other@adler.example");
        assertThat(isRefused(
                        () -> its.links.mailInvitation(managing(its.users.get(its.staff(), other.id())), other.id())))
                .isFalse();
    }

    /** @return how many of so many people with mailboxes of their own were invited */
    private int invitedBy(Caller by, int from, int count) {
        int invited = 0;
        for (int i = from; i < from + count; i++) {
            UserView user = its.users.create(
                    its.staff(),
                    "guest" + i,
                    UserRights.manager("Guest", Scope.all(linde)),
                    "guest" + i + "@gast.example");
            if (!isRefused(() -> its.links.mailInvitation(by, user.id()))) invited++;
        }
        return invited;
    }

    @Test
    void mails_that_another_brand_causes_keep_nobody_from_a_new_password() {
        TenantId stranger = new TenantId(UUID.randomUUID());
        UserView other = its.manager("other", stranger);
        its.users.change(its.staff(), other.id(), UserRights.manager("Other", Scope.all(stranger)), MAIL);
        for (int i = 0; i < 30; i++) isRefused(() -> its.links.mailInvitation(managing(other), other.id()));
        assertThat(isRefused(() -> its.links.mailInvitation(managing(other), other.id())))
                .as("the stranger caused all that a stranger can")
                .isTrue();
        Secret session = its.signIn.signIn("maria", PASSWORD, HOME).session();

        assertThat(its.ownPassword.change(managing(maria), PASSWORD, NEXT, session.value(), HOME))
                .isNotNull();
    }

    private UserView named(String login, String mail) {
        UserView user = its.manager(login, linde);
        return its.users.change(its.staff(), user.id(), UserRights.manager(login, Scope.all(linde)), mail);
    }

    private static Caller managing(UserView user) {
        return IdentityStage.callerOf(user);
    }

    private static boolean isRefused(Runnable act) {
        try {
            act.run();
            return false;
        } catch (TooMany refused) {
            return true;
        }
    }

    private <T> List<T> told(Class<T> type) {
        return its.events.events().stream()
                .filter((DomainEvent event) -> type.isInstance(event))
                .map(type::cast)
                .toList();
    }
}
