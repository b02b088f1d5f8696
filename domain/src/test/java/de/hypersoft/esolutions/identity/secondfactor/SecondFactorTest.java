package de.hypersoft.esolutions.identity.secondfactor;

import static de.hypersoft.esolutions.identity.IdentityStage.PASSWORD;
import static de.hypersoft.esolutions.identity.IdentityStage.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.IdentityStage;
import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.identity.session.PortalSession;
import de.hypersoft.esolutions.identity.session.Sessions;
import de.hypersoft.esolutions.identity.session.SignIn;
import de.hypersoft.esolutions.identity.session.SignInLimits;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SecondFactorTest {

    private static final Device HOME = at("192.0.2.1");

    private final TenantId linde = new TenantId(UUID.randomUUID());
    private final IdentityStage its;
    private Caller maria;
    private byte[] secret = new byte[0];
    private List<String> recovery = List.of();

    @SuppressWarnings("NullAway.Init")
    SecondFactorTest(Store store) {
        this.its = new IdentityStage(store);
    }

    @BeforeEach
    void maria() {
        its.nobody();
        maria = IdentityStage.callerOf(its.manager("maria", linde));
        secret = Base32.decode(its.factors.begin(maria).text());
        recovery = its.factors.confirm(maria, code(), "").recoveryCodes();
        its.clock.advance(Duration.ofSeconds(30));
    }

    @Test
    void a_stolen_password_alone_opens_nothing() {
        SignIn.Entered first = its.signIn.signIn("maria", PASSWORD, HOME);

        assertThat(first.waiting()).isTrue();
        assertThat(its.caller(first.session().value())).isEmpty();
        assertThat(its.count("identity.known_device"))
                .as("known only after the code")
                .isZero();
        assertThatThrownBy(() -> its.signIn.enterCode(first.session().value(), "000000", HOME))
                .isInstanceOf(SecondFactors.WrongCode.class);
    }

    @Test
    void password_and_code_let_the_owner_in_with_a_new_session() {
        Secret first = its.signIn.signIn("maria", PASSWORD, HOME).session();

        SignIn.Entered entered = its.signIn.enterCode(first.value(), code(), HOME);

        assertThat(entered.waiting()).isFalse();
        assertThat(its.caller(entered.session().value())).isPresent();
        assertThat(its.caller(first.value())).isEmpty();
        assertThat(entered.session()).isNotEqualTo(first);
    }

    @Test
    void a_code_that_was_looked_over_the_shoulder_does_not_work_again() {
        String seen = code();
        its.signIn.enterCode(firstStep(), seen, HOME);

        assertThatThrownBy(() -> its.signIn.enterCode(firstStep(), seen, HOME))
                .isInstanceOf(SecondFactors.WrongCode.class);
    }

    @Test
    void one_code_typed_twice_at_once_opens_once() throws Exception {
        String code = code();

        List<Boolean> opened = Together.run(6, () -> its.factors.use(maria.userId(), code));

        assertThat(opened).containsOnlyOnce(true);
    }

    @Test
    void a_recovery_code_opens_once_in_the_place_of_the_phone() throws Exception {
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        String typed = recovery.get(0).toLowerCase(Locale.ROOT).replace('-', ' ');
        assertThat(its.signIn.enterCode(firstStep(), typed, HOME).waiting()).isFalse();

        assertThatThrownBy(() -> its.signIn.enterCode(firstStep(), typed, HOME))
                .isInstanceOf(SecondFactors.WrongCode.class);
        assertThat(its.factors.recoveryCodesLeft(maria)).isEqualTo(9);
        String next = recovery.get(1);
        assertThat(Together.run(4, () -> its.factors.use(maria.userId(), next))).containsOnlyOnce(true);
    }

    @Test
    void no_recovery_code_stands_in_the_database() {
        assertThat(its.count("identity.recovery_code")).isGreaterThanOrEqualTo(recovery.size());
        assertThat(recovery).isNotEmpty();
        for (String code : recovery)
            assertThat(its.count("identity.recovery_code where code_hash in ('" + code + "', '" + code.replace("-", "")
                            + "')"))
                    .isZero();
    }

    @Test
    void who_guesses_codes_waits_and_finds_himself_in_the_audit() {
        String first = firstStep();
        for (int i = 0; i < 5; i++)
            assertThatThrownBy(() -> its.signIn.enterCode(first, "000000", HOME))
                    .isInstanceOf(SecondFactors.WrongCode.class);

        assertThatThrownBy(() -> its.signIn.enterCode(first, code(), HOME))
                .isInstanceOf(SignInLimits.TooManyAttempts.class);
        assertThat(its.count("kernel.audit_entry where action = 'code-refused' and subject = 'maria' and tenant_id = '"
                        + linde.value() + "'"))
                .isEqualTo(5);
    }

    @Test
    void the_first_step_is_worth_ten_minutes() {
        String first = firstStep();
        its.clock.advance(PortalSession.WAITING);

        assertThatThrownBy(() -> its.signIn.enterCode(first, code(), HOME)).isInstanceOf(Sessions.UnknownSession.class);
    }

    @Test
    void a_phone_whose_clock_is_half_a_minute_off_is_understood_and_no_more() {
        String early = OneTimeCodes.code(secret, its.clock.instant().plusSeconds(30));
        String old = OneTimeCodes.code(secret, its.clock.instant().minusSeconds(90));

        assertThat(its.factors.use(maria.userId(), old)).isFalse();
        assertThat(its.factors.use(maria.userId(), early)).isTrue();
    }

    @Test
    void a_secret_that_nobody_confirmed_is_asked_of_nobody() {
        Caller nora = IdentityStage.callerOf(its.manager("nora", linde));
        its.factors.begin(nora);

        assertThat(its.signIn.signIn("nora", PASSWORD, HOME).waiting()).isFalse();
        assertThatThrownBy(() -> its.factors.confirm(nora, "000000", "")).isInstanceOf(SecondFactors.WrongCode.class);
    }

    @Test
    void an_open_session_does_not_replace_the_secret_of_its_owner() {
        assertThatThrownBy(() -> its.factors.begin(maria)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> its.factors.pending(maria)).isInstanceOf(Conflict.class);
    }

    @Test
    void another_person_resets_it_when_phone_and_codes_are_lost_and_it_is_written_down() {
        Caller boss = its.staff();
        String session =
                its.signIn.enterCode(firstStep(), code(), HOME).session().value();
        assertThatThrownBy(() -> its.factors.reset(maria, maria.userId())).isInstanceOf(Conflict.class);

        its.factors.reset(boss, maria.userId());

        assertThat(its.caller(session)).isEmpty();
        assertThat(its.signIn.signIn("maria", PASSWORD, HOME).waiting()).isFalse();
        assertThat(its.count("kernel.audit_entry where action = 'second-factor-reset' and tenant_id = '" + linde.value()
                        + "'"))
                .isEqualTo(1);
        Caller foreign = IdentityStage.callerOf(its.manager("anton", new TenantId(UUID.randomUUID())));
        assertThatThrownBy(() -> its.factors.reset(foreign, maria.userId())).isInstanceOf(Users.UnknownUser.class);
    }

    @Test
    void hosting_staff_needs_one_outside_of_a_demo() {
        Caller boss = its.staff();

        assertThat(its.factors(false).isMissing(boss)).isTrue();
        assertThat(its.factors(true).isMissing(boss)).isFalse();
        assertThat(its.factors(false).isMissing(maria)).isFalse();
        its.withFactor(boss, Secret.fresh());
        assertThat(its.factors(false).isMissing(boss)).isFalse();
    }

    @Test
    void with_a_session_and_the_password_alone_nobody_turns_the_links_for_passwords_to_another_mailbox() {
        its.users.change(its.staff(), maria.userId(), UserRights.manager("Maria", Scope.all(linde)), "m@linde.example");

        assertThatThrownBy(() -> its.ownMail.change(maria, "thief@gast.example", "000000", HOME))
                .isInstanceOf(SecondFactors.WrongCode.class);
        assertThat(its.users.ownMail(maria)).isEqualTo("m@linde.example");
        assertThat(its.count(
                        "kernel.audit_entry where action = 'code-refused' and tenant_id = '" + linde.value() + "'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> its.ownMail.change(maria, "no address", code(), HOME))
                .as("uses up no code")
                .isInstanceOfSatisfying(
                        Invalid.class, wrong -> assertThat(wrong.field()).isEqualTo("mail"));

        its.ownMail.change(maria, "maria@linde.example", code(), HOME);
        its.ownMail.change(maria, "", recovery.get(0), HOME);

        assertThat(its.users.ownMail(maria)).isEmpty();
    }

    @Test
    void who_guesses_codes_to_switch_it_off_waits_and_stands_in_the_audit() {
        RemoveSecondFactor removal = new RemoveSecondFactor(its.factors, its.ownCode);
        for (int i = 0; i < 5; i++)
            assertThatThrownBy(() -> removal.remove(maria, "000000", HOME)).isInstanceOf(SecondFactors.WrongCode.class);

        assertThatThrownBy(() -> removal.remove(maria, code(), HOME)).isInstanceOf(SignInLimits.TooManyAttempts.class);
        assertThat(its.factors.isActive(maria.userId())).isTrue();
        assertThat(its.count("kernel.audit_entry where action = 'code-refused' and tenant_id = '" + linde.value()
                        + "' and detail like '%192.0.2%'"))
                .isEqualTo(5);
        its.clock.advance(Duration.ofMinutes(1));
        removal.remove(maria, code(), HOME);
        assertThat(its.factors.isActive(maria.userId())).isFalse();
    }

    @Test
    void the_log_says_that_a_password_was_right_before_the_code_and_which_code_it_was() {
        String first = firstStep();
        assertThat(acts("password-accepted", "")).isEqualTo(1);

        its.signIn.enterCode(first, code(), HOME);
        its.signIn.enterCode(firstStep(), recovery.get(0), HOME);

        assertThat(acts("signed-in", "app code")).isEqualTo(1);
        assertThat(acts("signed-in", "recovery code")).isEqualTo(1);
    }

    private long acts(String action, String detail) {
        return its.count("kernel.audit_entry where action = '" + action + "' and tenant_id = '" + linde.value()
                + "' and detail = '" + detail + "'");
    }

    @Test
    void nobody_goes_round_the_code_by_changing_the_own_address_among_the_users() {
        assertThatThrownBy(() -> its.users.change(
                        maria, maria.userId(), UserRights.manager("M", Scope.all(linde)), "thief@gast.example"))
                .isInstanceOfSatisfying(
                        Invalid.class, wrong -> assertThat(wrong.code()).isEqualTo("own-mail"));

        assertThat(its.users
                        .change(maria, maria.userId(), UserRights.manager("M", Scope.all(linde)), "")
                        .name())
                .isEqualTo("M");
    }

    private String firstStep() {
        return its.signIn.signIn("maria", PASSWORD, HOME).session().value();
    }

    private String code() {
        return OneTimeCodes.code(secret, its.clock.instant());
    }
}
