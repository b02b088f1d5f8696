package de.hypersoft.esolutions.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.IdentityStage;
import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.RefusedActs;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who found a machine signed in has a session and no phone. */
@OnBothDatabases
class RemoveSecondFactorTest {

    private static final Device HERE = IdentityStage.at("192.0.2.1");

    private final TenantId linde = new TenantId(UUID.randomUUID());
    private final IdentityStage its;
    private final RemoveSecondFactor removal;
    private Caller maria;
    private byte[] secret = new byte[0];

    @SuppressWarnings("NullAway.Init")
    RemoveSecondFactorTest(Store store) {
        its = new IdentityStage(store);
        removal = new RemoveSecondFactor(its.factors, its.ownCode);
    }

    @BeforeEach
    void maria_has_one() {
        its.nobody();
        maria = IdentityStage.callerOf(its.manager("maria", linde));
        secret = Base32.decode(its.factors.begin(maria).text());
        its.factors.confirm(maria, code(), "");
        its.clock.advance(Duration.ofSeconds(30));
    }

    @Test
    void its_owner_takes_it_away_with_a_code_and_signs_in_by_password_alone_then() {
        removal.remove(maria, code(), HERE);

        assertThat(its.factors.isActive(maria.userId())).isFalse();
        assertThat(its.factors.recoveryCodesLeft(maria)).isZero();
        assertThat(its.signIn.signIn("maria", IdentityStage.PASSWORD, HERE).waiting())
                .isFalse();
        assertThat(acts()).contains("second-factor-off");
    }

    @Test
    void a_guesser_is_slowed_down_as_at_the_sign_in_and_stands_in_the_log() {
        String answer = "wrong-code";
        int guesses = 0;
        for (; answer.equals("wrong-code") && guesses < 50; guesses++)
            answer = Refusals.code(() -> removal.remove(maria, "000000", HERE));

        assertThat(answer).isEqualTo("too-many-attempts");
        assertThat(guesses).isBetween(2, 12);
        assertThat(Refusals.code(() -> removal.remove(maria, code(), HERE)))
                .as("nor does the right one help now")
                .isEqualTo("too-many-attempts");
        assertThat(its.factors.isActive(maria.userId())).isTrue();
        assertThat(acts()).contains(RefusedActs.Kind.CODE_REFUSED.action()).doesNotContain("second-factor-off");
    }

    private String code() {
        return OneTimeCodes.code(secret, its.clock.instant());
    }

    private List<String> acts() {
        return its.store.in(() -> its.audit.newest(linde.value(), 0, 50)).stream()
                .map(Audit.Line::action)
                .toList();
    }
}
