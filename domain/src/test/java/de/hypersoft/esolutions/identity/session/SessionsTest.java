package de.hypersoft.esolutions.identity.session;

import static de.hypersoft.esolutions.identity.IdentityStage.PASSWORD;
import static de.hypersoft.esolutions.identity.IdentityStage.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.IdentityStage;
import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SessionsTest {

    private static final Device HOME = at("192.0.2.1");
    private static final Device ELSEWHERE = at("198.51.100.7");
    private static final String NEXT = "a brand new password";

    private final TenantId linde = new TenantId(UUID.randomUUID());
    private final IdentityStage its;

    SessionsTest(Store store) {
        this.its = new IdentityStage(store);
    }

    @BeforeEach
    void maria() {
        its.nobody();
        its.manager("maria", linde);
    }

    @Test
    void a_session_forgotten_on_another_machine_is_seen_and_ended_from_here() {
        Secret here = session(HOME);
        its.clock.advance(Duration.ofMinutes(5));
        Secret there = session(ELSEWHERE);
        Caller maria = caller(here);

        assertThat(its.sessions.list(maria, here.value()))
                .extracting(Sessions.View::address, Sessions.View::own)
                .containsExactly(tuple("198.51.100.7", false), tuple("192.0.2.1", true));
        its.sessions.end(maria, its.sessions.list(maria, here.value()).get(0).id());

        assertThat(its.caller(there.value())).isEmpty();
        assertThat(its.caller(here.value())).isPresent();
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        its.manager("nora", linde);
        Secret noras = its.signIn.signIn("nora", PASSWORD, HOME).session();
        UUID hers = its.sessions.list(caller(noras), noras.value()).get(0).id();
        Caller maria = caller(session(HOME));

        assertThatThrownBy(() -> its.sessions.end(maria, hers)).isInstanceOf(Sessions.UnknownSession.class);
        assertThat(its.caller(noras.value())).isPresent();
    }

    @Test
    void ending_all_others_keeps_this_one() {
        Secret here = session(HOME);
        Secret there = session(ELSEWHERE);

        its.sessions.endOthers(caller(here), here.value());

        assertThat(its.caller(here.value())).isPresent();
        assertThat(its.caller(there.value())).isEmpty();
    }

    @Test
    void a_new_password_puts_out_whoever_knew_a_session_even_this_one() {
        Secret here = session(HOME);
        Secret there = session(ELSEWHERE);
        Caller maria = caller(here);

        Secret next = its.ownPassword.change(maria, PASSWORD, NEXT, here.value(), HOME);

        assertThat(its.caller(here.value())).as("the secret that may be known").isEmpty();
        assertThat(its.caller(there.value())).isEmpty();
        assertThat(its.caller(next.value())).isPresent();
        assertThat(its.signIn.signIn("maria", NEXT, HOME)).isNotNull();
    }

    @Test
    void nobody_changes_a_password_at_an_unattended_browser_without_the_old_one() {
        Secret here = session(HOME);
        Caller maria = caller(here);

        assertThatThrownBy(() -> its.ownPassword.change(maria, "not it", NEXT, here.value(), HOME))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("present password");
        for (int i = 0; i < 4; i++)
            assertThatThrownBy(() -> its.ownPassword.change(maria, "not it", NEXT, here.value(), HOME))
                    .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> its.ownPassword.change(maria, PASSWORD, NEXT, here.value(), HOME))
                .as("guesses wait here too")
                .isInstanceOf(SignInLimits.TooManyAttempts.class);
        assertThat(its.count("kernel.audit_entry where action = 'confirmation-refused' and tenant_id = '"
                        + linde.value() + "'"))
                .isEqualTo(5);
    }

    @Test
    void a_dangerous_act_wants_the_password_again_after_a_quarter_of_an_hour() {
        Secret here = session(HOME);
        Caller maria = caller(here);
        assertThat(its.confirmation.needed(here.value())).as("just signed in").isFalse();

        its.clock.advance(Duration.ofMinutes(15));
        assertThat(its.confirmation.needed(here.value())).isTrue();
        assertThatThrownBy(() -> its.confirmation.confirm(maria, here.value(), "not it", HOME, "confirmation"))
                .isInstanceOf(Invalid.class);
        assertThat(its.confirmation.needed(here.value())).isTrue();

        Secret next = confirmed(maria, here);
        assertThat(its.confirmation.needed(next.value())).isFalse();
        assertThat(its.confirmation.needed("no session")).isTrue();
    }

    @Test
    void typing_the_password_again_makes_no_copied_session_good_for_anything() {
        Secret copied = session(HOME);
        Caller maria = caller(copied);
        Sessions.Opened before = its.sessions.opened(copied.value()).orElseThrow();
        its.clock.advance(Duration.ofMinutes(15));

        Secret next = confirmed(maria, copied);

        assertThat(its.confirmation.needed(copied.value())).as("at once").isTrue();
        assertThat(its.caller(copied.value()))
                .as("what was under way still arrives")
                .isPresent();
        its.clock.advance(PortalSession.LINGER);
        assertThat(its.caller(copied.value())).isEmpty();
        assertThatThrownBy(() -> its.sessions.endOthers(maria, copied.value()))
                .isInstanceOf(Sessions.UnknownSession.class);
        assertThat(its.sessions.opened(next.value()))
                .as("the same session, whose open forms are still good")
                .contains(before);
    }

    @Test
    void of_two_pages_that_confirm_at_once_one_gets_the_new_secret_and_neither_signs_the_other_out() {
        Secret here = session(HOME);
        Caller maria = caller(here);

        Secret next = confirmed(maria, here);

        assertThat(its.confirmation.confirm(maria, here.value(), PASSWORD, HOME, "confirmation"))
                .isEmpty();
        assertThat(its.caller(next.value())).isPresent();
    }

    @Test
    void a_second_factor_puts_out_whoever_came_in_without_one() {
        Secret here = session(HOME);
        Secret there = session(ELSEWHERE);
        Caller maria = caller(here);

        Secret next = its.withFactor(maria, here).session();

        assertThat(its.caller(there.value())).isEmpty();
        assertThat(its.caller(here.value())).isEmpty();
        assertThat(its.caller(next.value())).isPresent();
    }

    @Test
    void what_a_session_may_hear_ends_with_it_with_its_user_and_changes_with_what_the_user_sees() {
        its.manager("nora", linde);
        UUID here = its.sessions.opened(session(HOME).value()).orElseThrow().session();
        Secret noras = its.signIn.signIn("nora", PASSWORD, HOME).session();
        UUID hers = its.sessions.opened(noras.value()).orElseThrow().session();
        Caller nora = caller(noras);
        assertThat(its.sessions.reaches(Set.of(here, hers, UUID.randomUUID())))
                .isEqualTo(Map.of(here, Scope.all(linde), hers, Scope.all(linde)));

        its.users.change(its.staff(), nora.userId(), UserRights.manager("Nora", Scope.only(linde, Set.of())), "");
        assertThat(its.sessions.reaches(Set.of(hers))).isEqualTo(Map.of(hers, Scope.only(linde, Set.of())));
        its.users.deactivate(its.staff(), nora.userId());
        assertThat(its.sessions.reaches(Set.of(hers))).isEmpty();
        its.clock.advance(Duration.ofHours(12));
        assertThat(its.sessions.reaches(Set.of(here))).isEmpty();
    }

    private Secret confirmed(Caller by, Secret session) {
        return its.confirmation
                .confirm(by, session.value(), PASSWORD, HOME, "confirmation")
                .orElseThrow();
    }

    private Secret session(Device device) {
        return its.signIn.signIn("maria", PASSWORD, device).session();
    }

    private Caller caller(Secret session) {
        return its.caller(session.value()).orElseThrow();
    }
}
