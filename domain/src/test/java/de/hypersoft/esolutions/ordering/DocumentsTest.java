package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.DepositKind;
import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import de.hypersoft.esolutions.ordering.quote.Offer;
import de.hypersoft.esolutions.pricing.GrossByRate;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshot;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** I5: what was quoted is written down figure by figure, each in its place; no two figures here are the same. */
class DocumentsTest {

    private static final Instant PLACED = Instant.parse("2026-11-22T18:00:00Z");
    private static final Instant WISHED = Instant.parse("2026-11-22T19:00:00Z");
    private static final Instant PROMISED = Instant.parse("2026-11-22T19:05:00Z");
    private static final UUID ID = UUID.fromString("0193a3b0-0000-7000-8000-000000000001");
    private static final VatRate SEVEN = VatRate.parse("7.00");
    private static final VatRate NINETEEN = VatRate.parse("19.00");
    private static final GrossByRate NOTHING = GrossByRate.none(Currency.getInstance("EUR"));
    private static final Address HOME = new Address("Lindenallee 4", "10117", "Berlin", "DE", "bell: Gast");

    private final Selection menu = new Selection(
            "menu",
            2,
            List.of(new Selection.Pick("drink", "beer", 3, List.of(new Selection.Pick("ice", "cubes")))),
            "no onions");
    private final Selection soup = new Selection("soup", 1, List.of(), "");

    @Test
    void the_kitchen_reads_its_own_language_and_the_guest_the_language_of_the_order() {
        OrderDocument.Line line = written("en", euros(4_321)).lines().get(0);

        assertThat(line.name()).isEqualTo("Menü");
        assertThat(line.displayName()).isEqualTo("Set menu");
        assertThat(line.options().get(0).name()).isEqualTo("Bier");
        assertThat(line.options().get(0).displayName()).isEqualTo("Beer");
        assertThat(written("de", euros(4_321)).lines().get(0).displayName()).isEqualTo("Menü");
    }

    @Test
    void a_line_says_what_was_quoted_with_its_options_deposit_and_discount() {
        List<OrderDocument.Line> lines = written("de", euros(4_321)).lines();

        assertThat(lines).extracting(OrderDocument.Line::line).containsExactly(1, 2);
        assertThat(lines).extracting(OrderDocument.Line::articleId).containsExactly("menu", "soup");
        OrderDocument.Line line = lines.get(0);
        assertThat(line.quantity()).isEqualTo(2);
        assertThat(line.unitPrice()).isEqualTo(euros(1_801));
        assertThat(line.total()).isEqualTo(euros(3_602));
        assertThat(line.vat()).isEqualTo("7.00");
        assertThat(line.note()).isEqualTo("no onions");
        assertThat(line.minimumAge()).isEqualTo(16);
        assertThat(line.deposit())
                .isEqualTo(new OrderDocument.Deposit(
                        List.of(new OrderDocument.DepositPart(
                                "CAN", DepositKind.SINGLE_USE, 6, euros(25), "19.00", euros(150))),
                        euros(151)));
        assertThat(line.discount()).isEqualTo(new OrderDocument.Discount("12.50", euros(77)));
        assertThat(line.options())
                .containsExactly(new OrderDocument.Option(
                        "drink",
                        "beer",
                        "4711",
                        "Bier",
                        "Bier",
                        euros(301),
                        "19.00",
                        3,
                        List.of(new OrderDocument.Option(
                                "ice", "cubes", null, "Eis", "Eis", euros(11), "7.00", 1, List.of()))));
        assertThat(lines.get(1).deposit()).isNull();
        assertThat(lines.get(1).discount()).isNull();
        assertThat(lines.get(1).vat()).isEqualTo("19.00");
    }

    @Test
    void it_keeps_the_id_of_the_request_that_placed_it_and_none_where_there_was_none() {
        assertThat(written("de", euros(4_321), "4bf92f3577b34da6a3ce929d0e0e4736")
                        .trace())
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(written("de", euros(4_321)).trace()).isNull();
    }

    @Test
    void the_whole_says_when_where_for_whom_and_what_it_costs() {
        OrderDocument document = written("de", euros(4_321));

        assertThat(document.orderId()).isEqualTo(ID.toString());
        assertThat(document.orderNumber()).isEqualTo("2026-000017");
        assertThat(document.placedAt()).isEqualTo(PLACED);
        assertThat(document.fulfilAt()).isEqualTo(WISHED);
        assertThat(document.promisedAt()).isEqualTo(PROMISED);
        assertThat(document.orderType()).isEqualTo(OrderType.DELIVERY);
        assertThat(document.channel()).isEqualTo(Channel.WEB);
        assertThat(document.location()).isEqualTo("linde-mitte");
        assertThat(document.guest().name()).isEqualTo("Gerda Gast");
        assertThat(document.deliveryAddress()).isEqualTo(HOME);
        assertThat(document.billingAddress()).isEqualTo(HOME);
        assertThat(document.note()).isEqualTo("at the back door");
        assertThat(document.fees()).containsExactly(new OrderDocument.Fee(Quote.FeeKind.DELIVERY, euros(290)));
        assertThat(document.vat())
                .containsExactly(
                        new OrderDocument.Vat("7.00", "28.04", "1.96", "30.00"),
                        new OrderDocument.Vat("19.00", "11.10", "2.11", "13.21"));
        assertThat(document.total()).isEqualTo(euros(4_321));
        assertThat(document.tip()).isNull();
        assertThat(document.menuVersion()).isEqualTo("v42");
        assertThat(document.quantities()).containsExactlyInAnyOrderEntriesOf(Map.of("menu", 2, "soup", 1, "4711", 6));
    }

    @Test
    void nobody_is_asked_to_pay_nothing() {
        assertThat(written("de", euros(4_321)).payment())
                .isEqualTo(new OrderDocument.Payment(PaymentMethod.AT_DOOR, OrderDocument.PaymentState.OPEN, euros(0)));
        assertThat(written("de", euros(0)).payment())
                .isEqualTo(new OrderDocument.Payment(
                        PaymentMethod.AT_DOOR, OrderDocument.PaymentState.NOTHING_TO_PAY, euros(0)));
    }

    private OrderDocument written(String guestLanguage, Money total) {
        return written(guestLanguage, total, null);
    }

    private OrderDocument written(String guestLanguage, Money total, @Nullable String trace) {
        Tenant linde = new Tenant("linde", "Zur Linde", Currency.getInstance("EUR"), "#225522", "de", PLACED);
        OrderRequest request = new OrderRequest(
                "key-0001",
                Channel.WEB,
                "linde-mitte",
                OrderType.DELIVERY,
                new Guest("Gerda Gast", "030 5550199", "gerda@gast.example", guestLanguage),
                HOME,
                WISHED,
                "at the back door",
                List.of(menu, soup),
                PaymentMethod.AT_DOOR,
                null,
                false);
        return Documents.of(
                new StoreOrder.Accepted(request, offer(linde, quote(total)), PLACED, trace), ID, "2026-000017");
    }

    @SuppressWarnings("NullAway") // nothing else of the offer is written down
    private static Offer offer(Tenant tenant, Quote quote) {
        Menu menu = new Menu("v42", tenant.currency(), List.of(), Map.of(), Map.of(), Map.of(), Map.of());
        return new Offer(new LocationSnapshot(tenant, null, null, List.of(), null), menu, PROMISED, null, quote);
    }

    private Quote quote(Money total) {
        Quote.PricedOption cubes = new Quote.PricedOption(
                group("ice"), option("cubes", "Eis", "Ice", null), 1, 3, euros(11), SEVEN, List.of());
        Quote.PricedOption beer = new Quote.PricedOption(
                group("drink"), option("beer", "Bier", "Beer", "4711"), 3, 3, euros(301), NINETEEN, List.of(cubes));
        Quote.Line first = new Quote.Line(
                menu,
                article("menu", "Menü", "Set menu"),
                euros(1_801),
                SEVEN,
                List.of(beer),
                new Quote.LineDeposit(
                        List.of(new Quote.DepositPart(
                                "CAN", DepositKind.SINGLE_USE, 6, euros(25), NINETEEN, euros(150))),
                        euros(151)),
                new Quote.LineDiscount(1_250, euros(77)),
                euros(3_602),
                16);
        Quote.Line second = new Quote.Line(
                soup, article("soup", "Suppe", "Soup"), euros(429), NINETEEN, List.of(), null, null, euros(429), 0);
        return new Quote(
                List.of(first, second),
                List.of(),
                List.of(new Quote.Fee(Quote.FeeKind.DELIVERY, NOTHING.plus(SEVEN, euros(290)))),
                NOTHING,
                List.of(
                        new Quote.VatLine(SEVEN, euros(2_804), euros(196), euros(3_000)),
                        new Quote.VatLine(NINETEEN, euros(1_110), euros(211), euros(1_321))),
                total);
    }

    private static Menu.Article article(String id, String german, String english) {
        return new Menu.Article(
                id,
                "all",
                new LocalizedText(Map.of("de", german, "en", english)),
                LocalizedText.NONE,
                euros(999),
                Map.of(),
                0,
                "FOOD",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                null,
                1);
    }

    private static Menu.OptionGroup group(String id) {
        return new Menu.OptionGroup(id, new LocalizedText(Map.of("de", id)), 0, 9, List.of());
    }

    private static Menu.Option option(String id, String german, String english, @Nullable String article) {
        return new Menu.Option(
                id, new LocalizedText(Map.of("de", german, "en", english)), euros(888), article, List.of(), List.of());
    }

    private static Money euros(long cents) {
        return Money.of(cents, "EUR");
    }
}
