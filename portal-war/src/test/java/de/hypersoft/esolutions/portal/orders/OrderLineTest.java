package de.hypersoft.esolutions.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.ordering.OrderDocument.PaymentState;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.PaymentMethod;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Tenant;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One line of the list, as the page writes it. */
class OrderLineTest {

    static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    @Test
    void T30_an_order_paid_online_says_so_and_is_not_to_be_collected() {
        assertThat(line("PAID", "de")).contains("online bezahlt").doesNotContain("zu kassieren");
        assertThat(line("OPEN", "de")).contains("zu kassieren").doesNotContain("online bezahlt");
        assertThat(line("NOTHING_TO_PAY", "de")).contains("Nichts zu zahlen").doesNotContain("zu kassieren");
        assertThat(line("PAID", "en")).contains("paid online").doesNotContain("to collect");
    }

    @Test
    void an_order_cancelled_at_the_till_says_so_and_one_that_is_to_be_says_that_the_till_was_asked() {
        HandoverViews.Row booked = row("OPEN", PosTransfer.TRANSFERRED_AUTO);

        assertThat(line(voiding(booked, OrderStatus.PLACED, new HandoverViews.Voiding(NOW, null)), "de"))
                .contains("Storno an der Kasse verlangt");
        assertThat(line(voiding(booked, OrderStatus.CANCELLED, new HandoverViews.Voiding(NOW, NOW)), "de"))
                .contains("Storniert, auch an der Kasse")
                .doesNotContain("verlangt", "zu kassieren");
    }

    @Test
    void a_guest_who_names_himself_a_script_stays_text() {
        assertThat(line("OPEN", "de")).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    private static String line(String payment, String language) {
        return line(row(payment, PosTransfer.PENDING), language);
    }

    private static String line(HandoverViews.Row row, String language) {
        StringOutput out = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, OrderLineTest.class.getClassLoader())
                .render(
                        "de/hypersoft/esolutions/portal/orders/OrderLine.jte",
                        Map.of("model", frame(language), "line", OrderRow.of(row, site(), NOW)),
                        out);
        return out.toString();
    }

    static PageModel frame(String language) {
        return new PageModel(
                PageModel.TEXTS.in(language).orElseThrow(),
                null,
                new PageModel.Session("tag", () -> "token"),
                "/portal/orders",
                NOW,
                new PageModel.Surroundings("", List.of(), true, List.of(), List.of()));
    }

    static HandoverViews.Row row(String payment, PosTransfer transfer) {
        return row(payment, transfer, null);
    }

    /** What a till acknowledged and did not book. */
    static HandoverViews.Row unbooked() {
        return row("OPEN", PosTransfer.TRANSFERRED_AUTO, NOW);
    }

    private static HandoverViews.Row row(String payment, PosTransfer transfer, @Nullable Instant unbookedSince) {
        return new HandoverViews.Row(
                new OrderId(UUID.randomUUID()),
                site().id(),
                "2026-000123",
                NOW,
                OrderType.PICKUP,
                null,
                "<script>",
                "030 1",
                2_380,
                "EUR",
                OrderStatus.PLACED,
                transfer,
                1,
                null,
                NOW,
                transfer == PosTransfer.PENDING ? NOW : null,
                false,
                false,
                false,
                false,
                new HandoverViews.Payment(PaymentState.valueOf(payment), PaymentMethod.AT_PICKUP),
                new HandoverViews.Deadlines(NOW, false, unbookedSince),
                new HandoverViews.Voiding(null, null));
    }

    /** The same order with what is known of cancelling it at the till. */
    static HandoverViews.Row voiding(HandoverViews.Row row, OrderStatus status, HandoverViews.Voiding voiding) {
        return new HandoverViews.Row(
                row.id(),
                row.location(),
                row.number(),
                row.placedAt(),
                row.type(),
                row.fulfilAt(),
                row.guestName(),
                row.guestPhone(),
                row.totalMinor(),
                row.currency(),
                status,
                row.transfer(),
                row.fence(),
                "Kasse 1",
                row.since(),
                row.waitingSince(),
                row.leaseAlive(),
                row.receiptMissing(),
                true,
                row.mayBeDoubled(),
                row.payment(),
                row.deadlines(),
                voiding);
    }

    static VisibleLocations.Site site() {
        return site(location -> {});
    }

    static VisibleLocations.Site siteInEmergency() {
        return site(location -> location.enterEmergency("Maria", NOW));
    }

    private static VisibleLocations.Site site(Consumer<Location> after) {
        Tenant tenant = new Tenant("linde", "Zur Linde", Currency.getInstance("EUR"), "#225522", "de", NOW);
        LocationDetails details = new LocationDetails(
                "Linde Mitte",
                "Lindenstraße 1",
                "10969",
                "Berlin",
                "DE",
                "030 1",
                "Linde GmbH",
                "",
                ZoneId.of("Europe/Berlin"),
                LocalTime.of(6, 0),
                Set.of(OrderType.PICKUP),
                20,
                "kueche@linde.example",
                null,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                LocationLimits.DEFAULT);
        Location location = new Location(tenant.id(), "linde-mitte", details, NOW);
        after.accept(location);
        return new VisibleLocations.Site(tenant.view(), location.view());
    }
}
