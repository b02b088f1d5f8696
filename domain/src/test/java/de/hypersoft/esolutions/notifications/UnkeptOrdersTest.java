package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class UnkeptOrdersTest extends UnclaimedOrdersStage {

    UnkeptOrdersTest(Store store) {
        super(store);
    }

    @Test
    void an_order_that_a_till_fetched_three_times_and_never_kept_is_written_about_once() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        fetched(order, 2, clock.instant().minusSeconds(1));
        assertThat(unclaimed.remind(100)).isZero();

        fetched(order, 3, clock.instant().plusSeconds(10));
        assertThat(unclaimed.remind(100)).isZero();
        clock.advance(Duration.ofSeconds(10));
        assertThat(unclaimed.remind(100)).isEqualTo(1);
        fetched(order, 7, clock.instant());
        assertThat(unclaimed.remind(100)).isZero();

        assertThat(about(order)).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(MailKind.UNKEPT_ORDER);
            assertThat(mail.recipient()).isEqualTo("kueche@linde.example");
            assertThat(mail.subject()).isEqualTo("Kasse übernimmt Bestellung 2026-000123 nicht");
        });
    }

    @Test
    void an_order_that_was_kept_at_the_third_offer_is_not_written_about() {
        UUID order = WaitingOrder.in(location, store, clock.instant());
        fetched(order, 3, clock.instant().plusSeconds(10));
        sql("update pos.transfer set state = 'TRANSFERRED_AUTO', offers = 0, offer_again_at = null,"
                + " waiting_since = null where order_id = '" + order + "'");
        clock.advance(Duration.ofMinutes(1));

        assertThat(unclaimed.remind(100)).isZero();
    }
}
