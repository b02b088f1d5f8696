package de.hypersoft.esolutions.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.identity.secondfactor.OneTimeCodes;
import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody may do to the own account, to another's, or with a link, session or code that is none. */
@OnBothDatabases
class IdentityRefusalsTest {

    private static final String PASSWORD = IdentityStage.PASSWORD;
    private static final Device HERE = IdentityStage.at("192.0.2.1");

    private final TenantId linde = new TenantId(UUID.randomUUID());
    private final IdentityStage its;

    IdentityRefusalsTest(Store store) {
        its = new IdentityStage(store);
    }

    @BeforeEach
    void nobody() {
        its.nobody();
    }

    @Test
    void nobody_locks_oneself_out_or_takes_the_own_second_factor_away_without_a_code() {
        Caller boss = its.staff();

        assertThat(Refusals.code(() -> its.users.deactivate(boss, boss.userId())))
                .isEqualTo("own-account");
        assertThat(Refusals.code(() -> its.factors.reset(boss, boss.userId()))).isEqualTo("own-account");
        assertThat(its.users.get(boss, boss.userId()).active()).isTrue();
    }

    @Test
    void nobody_changes_the_own_role_and_another_may() {
        Caller boss = its.staff();
        UserRights less = UserRights.manager("Boss", Scope.all(linde));

        assertThat(Refusals.code(() -> its.users.change(boss, boss.userId(), less, "")))
                .isEqualTo("own-role");
        assertThat(its.users.get(boss, boss.userId()).role()).isEqualTo(Role.STAFF);
        UserView deputy = its.users.create(boss, "deputy", UserRights.staff("Deputy"), "");
        its.users.change(boss, deputy.id(), less, "");
        assertThat(its.users.get(boss, deputy.id()).role()).isEqualTo(Role.MANAGER);
    }

    @Test
    void a_manager_makes_no_hosting_staff_neither_new_nor_of_a_colleague() {
        Caller maria = IdentityStage.callerOf(its.manager("maria", linde));
        UserView nora = its.manager("nora", linde);

        assertThat(Refusals.code(() -> its.users.create(maria, "root", UserRights.staff("Root"), "")))
                .isEqualTo("staff-only");
        assertThat(Refusals.code(() -> its.users.change(maria, nora.id(), UserRights.staff("Nora"), "")))
                .isEqualTo("staff-only");
        assertThat(Refusals.code(maria::requireStaff)).isEqualTo("staff-only");
        assertThat(its.users.list(maria)).extracting(UserView::role).containsOnly(Role.MANAGER);
    }

    @Test
    void T49_another_brand_and_its_people_are_unknown() {
        Caller maria = IdentityStage.callerOf(its.manager("maria", linde));
        TenantId adler = new TenantId(UUID.randomUUID());
        UserView anton = its.manager("anton", adler);

        assertThat(Refusals.code(() -> maria.requireWholeTenant(adler))).isEqualTo("unknown-tenant");
        assertThat(Refusals.code(() -> its.users.create(maria, "spy", UserRights.manager("Spy", Scope.all(adler)), "")))
                .isEqualTo("unknown-tenant");
        assertThat(Refusals.code(() -> its.users.endSessionsOf(maria, anton.id())))
                .isEqualTo("unknown-user");
        assertThat(Refusals.code(() -> its.users.activate(maria, anton.id()))).isEqualTo("unknown-user");
        assertThat(Refusals.code(() -> its.users.get(its.staff(), UUID.randomUUID())))
                .isEqualTo("unknown-user");
        Caller only = new Caller(
                UUID.randomUUID(), "only", "Only", Scope.only(linde, Set.of(new LocationId(UUID.randomUUID()))));
        assertThat(Refusals.code(() -> only.requireWholeTenant(linde))).isEqualTo("all-locations-only");
    }

    @Test
    void an_invitation_without_a_mail_address_is_not_written() {
        UserView maria = its.manager("maria", linde);

        assertThat(Refusals.code(() -> its.links.mailInvitation(its.staff(), maria.id())))
                .isEqualTo("no-mail-address");
        assertThat(its.events.events()).isEmpty();
        assertThat(its.count("identity.password_link")).isZero();
    }

    @Test
    void the_present_password_is_no_new_one_and_nobody_is_signed_out_by_it() {
        UserView maria = its.manager("maria", linde);
        Secret session = its.signIn.signIn("maria", PASSWORD, HERE).session();
        Secret elsewhere = its.signIn.signIn("maria", PASSWORD, HERE).session();

        assertThat(Refusals.code(() -> its.ownPassword.change(
                        IdentityStage.callerOf(maria), PASSWORD, PASSWORD, session.value(), HERE)))
                .isEqualTo("password-same");
        assertThat(its.caller(session.value())).isPresent();
        assertThat(its.caller(elsewhere.value())).isPresent();
    }

    @Test
    void a_link_that_was_used_or_never_was_opens_nothing() {
        UserView maria = its.manager("maria", linde);
        Secret link = its.links.invite(its.staff(), maria.id());
        its.choosing.choose(link.value(), "a longer walk by the sea", HERE);

        for (String token : new String[] {link.value(), Secret.fresh().value(), ""}) {
            assertThat(Refusals.code(() -> its.choosing.open(token))).isEqualTo("password-link-used");
            assertThat(Refusals.code(() -> its.choosing.choose(token, "another walk by the sea", HERE)))
                    .isEqualTo("password-link-used");
        }
        assertThat(its.signIn.signIn("maria", "a longer walk by the sea", HERE).waiting())
                .isFalse();
    }

    @Test
    void the_setup_link_makes_one_administrator() {
        Secret link = its.first.offer().orElseThrow();
        its.first.appoint(link.value(), "admin", "Admin", PASSWORD);

        assertThat(Refusals.code(() -> its.first.check(link.value()))).isEqualTo("setup-link-used");
        assertThat(Refusals.code(() -> its.first.appoint(link.value(), "second", "Second", PASSWORD)))
                .isEqualTo("setup-link-used");
        assertThat(its.count("identity.portal_user")).isEqualTo(1);
    }

    @Test
    void one_time_codes_are_begun_once_and_confirmed_by_a_right_code() {
        Caller maria = IdentityStage.callerOf(its.manager("maria", linde));
        assertThat(Refusals.code(() -> its.factors.pending(maria))).isEqualTo("second-factor-not-begun");
        assertThat(Refusals.code(() -> its.factors.confirm(maria, "123456", "")))
                .isEqualTo("second-factor-not-begun");

        byte[] secret = Base32.decode(its.factors.begin(maria).text());
        String right = OneTimeCodes.code(secret, its.clock.instant());
        String wrong = right.equals("000000") ? "111111" : "000000";
        assertThat(Refusals.code(() -> its.factors.confirm(maria, wrong, ""))).isEqualTo("wrong-code");
        assertThat(its.factors.isActive(maria.userId())).isFalse();
        its.factors.confirm(maria, right, "");

        assertThat(Refusals.code(() -> its.factors.begin(maria))).isEqualTo("second-factor-active");
        assertThat(Refusals.code(() -> its.factors.pending(maria))).isEqualTo("second-factor-active");
        assertThat(Refusals.code(() -> its.factors.confirm(maria, right, ""))).isEqualTo("second-factor-active");
        assertThat(its.factors.remove(maria, wrong)).isFalse();
        assertThat(its.factors.isActive(maria.userId())).isTrue();
    }

    @Test
    void a_session_that_ended_is_no_session() {
        its.manager("maria", linde);
        Secret session = its.signIn.signIn("maria", PASSWORD, HERE).session();
        Caller maria = its.caller(session.value()).orElseThrow();
        UUID id = its.sessions.list(maria, session.value()).get(0).id();
        its.sessions.end(session.value());

        assertThat(Refusals.code(() -> its.sessions.end(maria, id))).isEqualTo("unknown-session");
        assertThat(Refusals.code(() -> its.sessions.confirmedAt(session.value())))
                .isEqualTo("unknown-session");
        assertThat(Refusals.code(() -> its.signIn.enterCode(session.value(), "123456", HERE)))
                .isEqualTo("unknown-session");
    }

    @Test
    void who_guesses_waits_and_is_told_how_long_and_the_right_password_does_not_help() {
        its.manager("maria", linde);
        for (int i = 0; i < 5; i++)
            assertThat(Refusals.code(() -> its.signIn.signIn("maria", "a wrong guess", HERE)))
                    .isEqualTo("sign-in-refused");

        assertThat(Refusals.of(() -> its.signIn.signIn("maria", PASSWORD, HERE)))
                .isInstanceOfSatisfying(TooMany.class, refused -> {
                    assertThat(refused.code()).isEqualTo("too-many-attempts");
                    assertThat(refused.retryAfter()).isPositive();
                    its.clock.advance(refused.retryAfter().plus(Duration.ofSeconds(1)));
                });
        assertThat(its.signIn.signIn("maria", PASSWORD, HERE).waiting()).isFalse();
    }

    @Test
    void who_is_deactivated_between_password_and_code_does_not_come_in() {
        Caller maria = IdentityStage.callerOf(its.manager("maria", linde));
        byte[] secret = Base32.decode(its.factors.begin(maria).text());
        its.factors.confirm(maria, OneTimeCodes.code(secret, its.clock.instant()), "");
        its.clock.advance(Duration.ofSeconds(30));
        Secret waiting = its.signIn.signIn("maria", PASSWORD, HERE).session();
        its.store.run(() -> its.store
                .entities()
                .createNativeQuery("update identity.portal_user set active = false where login = 'maria'")
                .executeUpdate());

        assertThat(Refusals.code(() ->
                        its.signIn.enterCode(waiting.value(), OneTimeCodes.code(secret, its.clock.instant()), HERE)))
                .isEqualTo("user-inactive");
        assertThat(its.count("identity.portal_session where waiting = false")).isZero();
    }

    @Test
    void a_server_that_stops_or_has_no_time_to_look_at_a_password_neither_lets_in_nor_says_that_it_was_wrong() {
        String stored = its.passwords.hash(PASSWORD);
        Thread.currentThread().interrupt();
        try {
            assertThat(Refusals.code(() -> its.passwords.verify(PASSWORD, stored, false)))
                    .isEqualTo("sign-in-busy");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        for (int i = 0; i < 50; i++)
            assertThat(its.passwords.verify(PASSWORD, stored, false))
                    .as("nobody's place is kept")
                    .isTrue();
    }
}
