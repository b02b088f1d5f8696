package de.hypersoft.esolutions.shop.status;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.search.TrackOrder;
import de.hypersoft.esolutions.ordering.search.TrackedOrder;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.board.OrderBoard;
import de.hypersoft.esolutions.shop.Refused;
import de.hypersoft.esolutions.shop.guard.ClientLimits;
import de.hypersoft.esolutions.shop.guard.Forms;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.OpenShop;
import de.hypersoft.esolutions.tenancy.GuestDataTerms;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.SetGuestDataTerms;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A link to an order lies in mailboxes for years. */
@SuppressWarnings("NullAway") // what is not asked is not there
class StatusRefusalsTest {

    private static final Instant PROMISED = Instant.parse("2026-11-22T18:00:00Z");

    private final ShopLocation location = OpenShop.location(OpenShop.daily("11:00", "22:00"));
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @Test
    void a_link_ends_with_its_term_and_says_so_and_not_a_second_before() {
        assertThat(Refused.code(() -> lookup(PROMISED.plus(Duration.ofDays(30))).order("known")))
                .isEqualTo("link-ended");
        assertThat(Refused.code(
                        () -> lookup(PROMISED.plus(Duration.ofDays(3_000))).order("known")))
                .isEqualTo("link-ended");
        assertThat(lookup(PROMISED.plus(Duration.ofDays(30)).minusSeconds(1))
                        .order("known")
                        .less())
                .isTrue();
        assertThat(lookup(PROMISED).order("known").less()).isFalse();
    }

    @Test
    void a_link_that_was_never_given_out_leads_to_no_order() {
        for (String token : new String[] {"guessed", "", "../known", "x".repeat(65)})
            assertThat(Refused.code(() -> lookup(PROMISED).order(token)))
                    .as(token)
                    .isEqualTo("unknown-order");
    }

    @Test
    void a_guest_asks_for_what_can_be_asked_for() {
        for (String wish : new String[] {"", "MONEY_BACK", "erasure"})
            assertThat(Refused.code(() -> StatusPage.wish(Forms.of("wish=" + wish))))
                    .isEqualTo("unknown-wish");
    }

    private Lookup lookup(Instant now) {
        ShopRequest shopRequest = new ShopRequest(Clock.fixed(now, ZoneOffset.UTC), null) {
            @Override
            public Shopfront shop() {
                return new Shopfront(
                        tenant,
                        "linde",
                        "Linde",
                        Currency.getInstance("EUR"),
                        "#225522",
                        "de",
                        Optional.empty(),
                        List.of(location));
            }
        };
        TrackOrder orders = new TrackOrder(null) {
            @Override
            public Optional<TrackedOrder> behind(TenantId asked, String token) {
                return token.equals("known") && asked.equals(tenant) ? Optional.of(promised()) : Optional.empty();
            }
        };
        SetGuestDataTerms terms = new SetGuestDataTerms(null, null) {
            @Override
            public GuestDataTerms terms(TenantId asked) {
                return new GuestDataTerms(90, 30);
            }
        };
        return new Lookup(shopRequest, orders, new Waiting(), new ClientLimits(Clock.systemUTC(), 0, 0, 0, 0), terms);
    }

    private static final class Waiting extends OrderBoard {
        @SuppressWarnings("NullAway")
        Waiting() {
            super(null, null, null, null);
        }

        @Override
        public HandoverViews.Progress progress(OrderId order) {
            return new HandoverViews.Progress(false, PROMISED, HandoverViews.Doubt.values()[0]);
        }
    }

    private TrackedOrder promised() {
        return new TrackedOrder(
                new OrderId(UUID.randomUUID()),
                location.id(),
                "2026-000123",
                OrderType.PICKUP,
                PROMISED,
                PROMISED,
                OrderStatus.PLACED,
                PROMISED,
                null,
                Money.of(0, "EUR"),
                "known",
                null);
    }
}
