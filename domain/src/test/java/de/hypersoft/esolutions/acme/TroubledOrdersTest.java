package de.hypersoft.esolutions.acme;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What does not go as it should, and is put right before anybody notices. */
@OnBothDatabases
class TroubledOrdersTest {

    private final TestNet net;

    TroubledOrdersTest(Store store) {
        this.net = new TestNet(store);
    }

    @Test
    void T48_a_proof_that_failed_is_no_wish_of_a_person_and_it_takes_over_at_the_next_try() {
        net.its.uploaded("theirs");
        CertificateView theirs = net.active();
        net.allow();
        net.its.clock().set(theirs.notAfter().minus(Duration.ofDays(3)));
        net.untilProving();
        net.its.failProof();
        net.until(() -> net.stands(AutomaticView.Standing.FAILED));
        assertThat(net.active().id()).isEqualTo(theirs.id());

        net.its.clock().advance(Duration.ofMinutes(31));
        net.until(net::serving);
        assertThat(net.told.events()).hasSize(1);
    }

    @Test
    void an_authority_that_minds_which_one_is_renewed_is_asked_without_saying_so() {
        net.allow();
        net.until(() -> net.serving() && net.authority.count("window") == 1);
        CertificateView first = net.active();
        Instant soon = net.its.clock().instant().plus(Duration.ofDays(5));
        net.authority.window = new Window(soon, soon.plus(Duration.ofHours(1)), Duration.ofHours(6));
        net.authority.looks.put(
                ChallengeKind.HTTP_01, new Refused(Reason.CONNECTION, "port 80 is closed", Duration.ZERO));
        net.its.clock().advance(Duration.ofDays(2));
        net.until(() -> net.authority.count("window") == 2);

        net.its.clock().set(soon.plus(Duration.ofHours(2)));
        net.until(() -> !net.active().id().equals(first.id()));

        assertThat(net.authority.count("place"))
                .as("the first, by http, by tls, and by tls without its predecessor")
                .isEqualTo(4);
        assertThat(net.authority.replaced).isNull();
    }
}
