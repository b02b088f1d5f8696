package de.hypersoft.esolutions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.identity.session.Sessions;
import de.hypersoft.esolutions.identity.session.SignIn;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class IdentityTest {

    private static final String PASSWORD = IdentityStage.PASSWORD;
    private static final Device HERE = IdentityStage.at("192.0.2.1");

    private final TenantId linde = new TenantId(UUID.randomUUID());
    private final TenantId adler = new TenantId(UUID.randomUUID());
    private final IdentityStage its;
    private final HandClock clock;
    private final Users users;
    private final Sessions sessions;
    private final FirstAdministrator first;

    IdentityTest(Store store) {
        its = new IdentityStage(store);
        clock = its.clock;
        users = its.users;
        sessions = its.sessions;
        first = its.first;
    }

    @BeforeEach
    void nobody() {
        its.nobody();
    }

    @Test
    void a_session_is_known_by_its_secret_until_it_is_ended() {
        manager("maria", linde);

        Secret session = signIn(" Maria ", PASSWORD);

        assertThat(its.caller(session.value())).map(Caller::login).contains("maria");
        assertThat(its.count("identity.portal_session where token_hash = '" + session.value() + "'"))
                .isZero();
        sessions.end(session.value());
        assertThat(its.caller(session.value())).isEmpty();
    }

    @Test
    void a_session_ends_after_twelve_idle_hours_and_after_seven_days_of_work() {
        manager("maria", linde);
        Secret idle = signIn("maria", PASSWORD);
        clock.advance(Duration.ofHours(12));
        assertThat(its.caller(idle.value())).isEmpty();

        Secret busy = signIn("maria", PASSWORD);
        for (int hours = 0; hours < 7 * 24 - 8; hours += 8) {
            clock.advance(Duration.ofHours(8));
            assertThat(its.caller(busy.value())).isPresent();
        }
        clock.advance(Duration.ofHours(8));
        assertThat(its.caller(busy.value())).isEmpty();
    }

    @Test
    void wrong_password_unknown_login_and_deactivated_user_get_the_same_answer() {
        UserView maria = manager("maria", linde);
        users.deactivate(staff(), maria.id());

        for (String[] attempt : new String[][] {{"maria", PASSWORD}, {"nobody", PASSWORD}, {"boss", "wrong"}})
            assertThatExceptionOfType(SignIn.SignInRefused.class).isThrownBy(() -> signIn(attempt[0], attempt[1]));
    }

    @Test
    void deactivating_a_user_ends_the_sessions_at_once() {
        UserView maria = manager("maria", linde);
        Secret session = signIn("maria", PASSWORD);

        users.deactivate(staff(), maria.id());

        assertThat(its.caller(session.value())).isEmpty();
    }

    @Test
    void T49_users_of_one_tenant_do_not_exist_for_the_other() {
        Caller maria = IdentityStage.callerOf(manager("maria", linde));
        UserView anton = manager("anton", adler);

        assertThat(users.list(maria)).extracting(UserView::login).containsExactly("maria");
        assertThatThrownBy(() -> users.get(maria, anton.id())).isInstanceOf(Users.UnknownUser.class);
        assertThatThrownBy(() -> users.deactivate(maria, anton.id())).isInstanceOf(Users.UnknownUser.class);
        assertThatThrownBy(() -> its.links.invite(maria, anton.id())).isInstanceOf(Users.UnknownUser.class);
        assertThatThrownBy(() -> its.links.mailInvitation(maria, anton.id())).isInstanceOf(Users.UnknownUser.class);
        assertThatThrownBy(() -> users.get(maria, staff().userId())).isInstanceOf(Users.UnknownUser.class);
        assertThatThrownBy(() -> users.create(maria, "spy", UserRights.manager("Spy", Scope.all(adler)), PASSWORD))
                .hasMessageContaining("no tenant");
    }

    @Test
    void a_manager_makes_no_staff_and_one_of_a_single_location_makes_nobody() {
        Caller maria = IdentityStage.callerOf(manager("maria", linde));
        Caller only = new Caller(
                UUID.randomUUID(), "only", "Only", Scope.only(linde, Set.of(new LocationId(UUID.randomUUID()))));

        assertThatThrownBy(() -> users.create(maria, "root", UserRights.staff("Root"), PASSWORD))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> users.create(only, "friend", UserRights.manager("F", Scope.all(linde)), PASSWORD))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> users.list(only)).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_manager_of_nothing_sees_nothing_and_nobody() {
        UserView nobody = users.create(
                Actor.SYSTEM, "nobody", UserRights.manager("Nobody", Scope.only(linde, Set.of())), PASSWORD);
        Caller caller = its.caller(signIn("nobody", PASSWORD).value()).orElseThrow();

        assertThat(caller.reach()).isEqualTo(Scope.only(linde, Set.of()));
        assertThat(caller.sees(linde)).isFalse();
        assertThat(caller.scope(linde).covers(linde, new LocationId(UUID.randomUUID())))
                .isFalse();
        assertThatThrownBy(() -> users.list(caller)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> users.get(caller, nobody.id())).isInstanceOf(Users.UnknownUser.class);
    }

    @Test
    void a_manager_of_all_locations_stays_one_and_can_be_made_one_of_none() {
        UserView maria = manager("maria", linde);
        assertThat(users.get(staff(), maria.id()).reach()).isEqualTo(Scope.all(linde));

        users.change(staff(), maria.id(), UserRights.manager("Maria", Scope.only(linde, Set.of())), "");

        assertThat(users.get(staff(), maria.id()).reach()).isEqualTo(Scope.only(linde, Set.of()));
    }

    @Test
    void a_login_is_taken_whatever_its_case() {
        manager("maria", linde);

        assertThatThrownBy(() -> manager("MARIA ", adler)).isInstanceOf(Conflict.class);
    }

    @Test
    void the_setup_link_works_once_and_for_a_day_and_never_beside_a_user() {
        Secret old = first.offer().orElseThrow();
        clock.advance(FirstAdministrator.LIFE);
        assertThatThrownBy(() -> first.check(old.value())).isInstanceOf(FirstAdministrator.LinkUsed.class);

        Secret link = first.offer().orElseThrow();
        assertThatThrownBy(() -> first.appoint(link.value(), "admin", "Admin", "short"))
                .isInstanceOf(Invalid.class);
        first.appoint(link.value(), "admin", "Admin", PASSWORD);

        assertThatThrownBy(() -> first.appoint(link.value(), "again", "Again", PASSWORD))
                .isInstanceOf(FirstAdministrator.LinkUsed.class);
        assertThat(first.offer()).isEmpty();
        assertThat(signIn("admin", PASSWORD)).isNotNull();
    }

    private UserView manager(String login, TenantId tenant) {
        return its.manager(login, tenant);
    }

    private Caller staff() {
        return its.staff();
    }

    private Secret signIn(String login, String password) {
        return its.signIn.signIn(login, password, HERE).session();
    }
}
