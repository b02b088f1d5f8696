package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.hostnames.TestRegistry.manager;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is served or waits, over all hosts at once. */
@OnBothDatabases
class LivingCertificatesTest {

    private final TestCertificates its;

    LivingCertificatesTest(Store store) {
        this.its = new TestCertificates(store);
    }

    @Test
    void hosting_and_the_customer_see_what_is_served_and_what_waits_and_another_customer_does_not() {
        UUID served = its.served(ec("served"));
        UUID waits = its.staged(ec("waits"));

        assertThat(its.certificates.living(staff()))
                .extracting(CertificateView::id)
                .contains(served, waits)
                .doesNotHaveDuplicates();
        assertThat(its.certificates.living(manager(its.linde)))
                .extracting(CertificateView::id)
                .containsExactlyInAnyOrder(served, waits);
        assertThat(its.certificates.living(manager(its.registry.customer("tanne"))))
                .isEmpty();
        assertThat(its.certificates.living(staff(), Set.of(HostName.parse(its.host))))
                .hasSize(2);
    }

    @Test
    void what_was_replaced_lives_no_longer() {
        its.served(ec("old"));
        UUID now = its.served(ec("new"));

        assertThat(its.certificates.living(manager(its.linde)))
                .extracting(CertificateView::id)
                .containsExactly(now);
    }

    @Test
    void the_seconds_that_a_served_certificate_has_left_are_counted_down_past_its_end() {
        its.staged(ec("waits"));
        assertThat(remaining()).as("it is not served").isEmpty();
        its.served(ec("served"));
        long before = remaining().get(0);
        assertThat(before).isPositive();

        its.clock.advance(Duration.ofHours(1));
        assertThat(remaining()).containsExactly(before - 3600);

        its.clock.advance(Duration.ofSeconds(before));
        assertThat(remaining()).containsExactly(-3600L);
    }

    private List<Long> remaining() {
        return its.expiring.remaining().stream()
                .filter(one -> one.host().equals(its.host))
                .map(ExpiringCertificates.Remaining::seconds)
                .toList();
    }
}
