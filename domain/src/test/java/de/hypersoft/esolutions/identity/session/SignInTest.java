package de.hypersoft.esolutions.identity.session;

import static de.hypersoft.esolutions.identity.IdentityStage.PASSWORD;
import static de.hypersoft.esolutions.identity.IdentityStage.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.hypersoft.esolutions.identity.IdentityStage;
import de.hypersoft.esolutions.identity.password.Passwords;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.RefusedActs;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SignInTest {

    private static final Device HOME = at("192.0.2.1");
    private static final Device STRANGER = at("198.51.100.7");

    private final TenantId linde = new TenantId(UUID.randomUUID());
    private final IdentityStage its;

    SignInTest(Store store) {
        this.its = new IdentityStage(store);
    }

    @BeforeEach
    void maria() {
        its.nobody();
        its.manager("maria", linde);
    }

    @Test
    void a_stranger_who_guesses_does_not_keep_the_owner_out() {
        guess(STRANGER, 30);

        assertThat(its.signIn.signIn("maria", PASSWORD, HOME)).isNotNull();
    }

    @Test
    void a_thousand_addresses_that_guess_do_not_keep_the_owner_out_of_a_known_device() {
        SignIn.Entered before = its.signIn.signIn("maria", PASSWORD, HOME);
        for (int i = 0; i < 60; i++) guess(at("198.51.100." + i), 1);
        assertThatThrownBy(() -> its.signIn.signIn("maria", PASSWORD, at("203.0.113.9")))
                .isInstanceOf(SignInLimits.TooManyAttempts.class);

        assertThat(its.signIn.signIn("maria", PASSWORD, at("203.0.113.9", before)))
                .isNotNull();
    }

    @Test
    void a_device_that_is_known_to_one_person_is_a_stranger_to_another() {
        its.manager("nora", linde);
        SignIn.Entered before = its.signIn.signIn("nora", PASSWORD, HOME);
        for (int i = 0; i < 60; i++) guess(at("198.51.100." + i), 1);

        assertThatThrownBy(() -> its.signIn.signIn("maria", PASSWORD, at("203.0.113.9", before)))
                .isInstanceOf(SignInLimits.TooManyAttempts.class);
    }

    @Test
    void a_stolen_device_has_no_more_tries_than_a_stranger() {
        SignIn.Entered before = its.signIn.signIn("maria", PASSWORD, HOME);
        guess(at("198.51.100.7", before), 5);

        assertThatThrownBy(() -> its.signIn.signIn("maria", PASSWORD, at("198.51.100.8", before)))
                .isInstanceOf(SignInLimits.TooManyAttempts.class);
    }

    @Test
    void who_guesses_waits_longer_each_time_and_is_never_locked_for_good() {
        guess(STRANGER, 5);
        assertThat(wait(STRANGER)).isEqualTo(5L);
        its.clock.advance(Duration.ofSeconds(5));
        guess(STRANGER, 1);
        assertThat(wait(STRANGER)).isEqualTo(10L);

        for (int i = 0; i < 20; i++) {
            its.clock.advance(Duration.ofMinutes(16));
            guess(STRANGER, 1);
        }

        assertThat(wait(STRANGER)).isLessThanOrEqualTo(15 * 60L);
        its.clock.advance(Duration.ofMinutes(15));
        assertThat(its.signIn.signIn("maria", PASSWORD, STRANGER)).isNotNull();
    }

    @Test
    void a_clock_that_is_set_back_keeps_nobody_out() {
        guess(STRANGER, 6);
        its.signIn.signIn("maria", PASSWORD, HOME);

        its.clock.advance(Duration.ofDays(-40));

        assertThat(its.signIn.signIn("maria", PASSWORD, HOME)).isNotNull();
        assertThat(its.signIn.signIn("maria", PASSWORD, STRANGER)).isNotNull();
    }

    @Test
    void an_address_that_tries_many_accounts_is_slowed_down_and_its_whole_ipv6_network_with_it() {
        for (int i = 0; i < 40; i++) {
            String login = "guess" + i;
            Device here = at("2001:db8:1:2::" + Integer.toHexString(i + 1));
            assertThatThrownBy(() -> its.signIn.signIn(login, PASSWORD, here)).isInstanceOf(Invalid.class);
        }

        assertThatThrownBy(() -> its.signIn.signIn("another", PASSWORD, at("2001:db8:1:2::ffff")))
                .isInstanceOf(SignInLimits.TooManyAttempts.class);
        assertThatThrownBy(() -> its.signIn.signIn("another", PASSWORD, at("2001:db8:1:3::1")))
                .isInstanceOf(SignIn.SignInRefused.class);
    }

    @Test
    void a_colleague_who_signs_in_does_not_free_the_guesser_beside_them() {
        its.manager("nora", linde);
        guess(STRANGER, 5);

        its.signIn.signIn("nora", PASSWORD, STRANGER);

        assertThatThrownBy(() -> its.signIn.signIn("maria", "guess", STRANGER))
                .isInstanceOf(SignInLimits.TooManyAttempts.class);
    }

    @Test
    void signing_in_rightly_never_counts_however_often() {
        for (int i = 0; i < 60; i++)
            assertThat(its.signIn.signIn("maria", PASSWORD, HOME)).isNotNull();
    }

    @Test
    void parallel_guesses_share_one_limit() throws Exception {
        guess(STRANGER, 1);

        List<Throwable> answers =
                Together.run(12, () -> catchThrowable(() -> its.signIn.signIn("maria", "guess", STRANGER)));

        assertThat(answers).filteredOn(SignIn.SignInRefused.class::isInstance).hasSize(4);
        assertThat(answers)
                .filteredOn(SignInLimits.TooManyAttempts.class::isInstance)
                .hasSize(8);
    }

    @Test
    void a_flood_of_guesses_fills_neither_table_nor_audit() {
        guess(STRANGER, 5);
        for (int i = 0; i < 50; i++)
            assertThatThrownBy(() -> its.signIn.signIn("maria", "guess", STRANGER))
                    .isInstanceOf(SignInLimits.TooManyAttempts.class);

        assertThat(its.count("identity.sign_in_throttle")).isEqualTo(3);
        assertThat(lines("sign-in-refused")).hasSize(5);
        assertThat(lines("sign-in-delayed")).hasSize(RefusedActs.PER_ADDRESS);
        its.clock.advance(Duration.ofHours(3));
        its.limits.sweep();
        assertThat(its.count("identity.sign_in_throttle")).isZero();
    }

    @Test
    void a_failed_sign_in_is_in_the_audit_of_the_owners_brand_with_address_and_account() {
        guess(STRANGER, 1);

        assertThat(lines("sign-in-refused")).singleElement().satisfies(line -> {
            assertThat(line.subject()).isEqualTo("maria");
            assertThat(line.detail()).isEqualTo("address 198.51.100.7");
        });
    }

    @Test
    void a_password_typed_in_the_place_of_the_login_is_written_down_nowhere() {
        assertThatThrownBy(() -> its.signIn.signIn(PASSWORD, "maria", HOME)).isInstanceOf(Invalid.class);

        assertThat(its.count(
                        "kernel.audit_entry where subject = '" + PASSWORD + "' or detail like '%" + PASSWORD + "%'"))
                .isZero();
    }

    @Test
    void a_busy_server_says_so_and_costs_no_try() {
        SignIn busy = its.signInBehind(new Passwords(64) {
            @Override
            public boolean verify(String password, String stored, boolean known) {
                throw new SignInBusy();
            }
        });
        for (int i = 0; i < 30; i++)
            assertThatThrownBy(() -> busy.signIn("maria", PASSWORD, HOME))
                    .isInstanceOf(Passwords.SignInBusy.class)
                    .hasMessageContaining("at this moment");

        guess(HOME, 4);
        assertThat(its.signIn.signIn("maria", PASSWORD, HOME)).isNotNull();
    }

    @Test
    void a_password_hashed_with_less_than_today_is_hashed_anew_when_its_owner_signs_in() {
        SignIn today = its.signInBehind(new Passwords(128));
        assertThatThrownBy(() -> today.signIn("maria", "guess", HOME)).isInstanceOf(SignIn.SignInRefused.class);
        assertThat(stored()).startsWith("$argon2id$v=19$m=64,");

        today.signIn("maria", PASSWORD, HOME);

        String renewed = stored();
        assertThat(renewed).startsWith("$argon2id$v=19$m=128,");
        assertThat(today.signIn("maria", PASSWORD, HOME)).isNotNull();
        assertThat(stored()).isEqualTo(renewed);
    }

    @Test
    void a_password_chosen_while_the_old_one_is_hashed_anew_stays_the_chosen_one() {
        Credentials.Stored before = Objects.requireNonNull(its.credentials.of("maria", HOME));
        String chosen = its.passwords.hash("wir-backen-selbst");
        its.credentials.renew(before, chosen);

        its.credentials.renew(before, new Passwords(128).hash(PASSWORD));

        assertThat(stored()).isEqualTo(chosen);
    }

    private String stored() {
        return Objects.requireNonNull(its.credentials.of("maria", HOME)).passwordHash();
    }

    @Test
    void a_device_is_forgotten_after_half_a_year_and_only_twenty_are_known() {
        SignIn.Entered before = its.signIn.signIn("maria", PASSWORD, HOME);
        for (int i = 0; i < 25; i++) {
            its.clock.advance(Duration.ofSeconds(1));
            its.signIn.signIn("maria", PASSWORD, HOME);
        }
        assertThat(its.count("identity.known_device")).isEqualTo(KnownDevices.MOST);
        UUID maria = its.users.list(its.staff()).stream()
                .filter(u -> u.login().equals("maria"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(its.devices.knows(maria, before.device().value())).isFalse();

        its.clock.advance(KnownDevices.LIFE.plusSeconds(1));
        its.devices.sweep();
        assertThat(its.count("identity.known_device")).isZero();
    }

    @Test
    void a_secret_that_somebody_planted_in_the_browser_is_not_made_a_known_device() {
        SignIn.Entered entered =
                its.signIn.signIn("maria", PASSWORD, new Device("192.0.2.1", "planted-by-somebody", "Firefox"));

        assertThat(entered.device().value()).isNotEqualTo("planted-by-somebody");
    }

    private void guess(Device device, int times) {
        for (int i = 0; i < times; i++)
            assertThatThrownBy(() -> its.signIn.signIn("maria", "guess", device))
                    .isInstanceOfAny(SignIn.SignInRefused.class, SignInLimits.TooManyAttempts.class);
    }

    private long wait(Device device) {
        Throwable tooEarly = catchThrowable(() -> its.signIn.signIn("maria", "guess", device));
        assertThat(tooEarly).isInstanceOf(SignInLimits.TooManyAttempts.class);
        Map<String, Object> facts = ((SignInLimits.TooManyAttempts) tooEarly).parameters();
        return (long) Objects.requireNonNull(facts.get("retryAfterSeconds"));
    }

    private List<Audit.Line> lines(String action) {
        return its.store.in(() -> its.audit.newest(linde.value(), 0, 200)).stream()
                .filter(line -> line.action().equals(action))
                .toList();
    }
}
