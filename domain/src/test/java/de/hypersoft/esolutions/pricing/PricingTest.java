package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.TestMenu.eur;
import static de.hypersoft.esolutions.pricing.TestMenu.many;
import static de.hypersoft.esolutions.pricing.TestMenu.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PricingTest {

    @Test
    void T1_ten_options_at_99_cents_less_ten_percent_cost_8_90_in_the_shop() {
        Quote quote = tenExtras().pickup(one("wish", tenPicks()));

        assertThat(quote.total()).isEqualTo(eur("8.90"));
    }

    @Test
    void T2_the_discounted_price_is_rounded_and_not_the_discount() {
        Quote quote =
                new TestMenu().article("soup", "4.95", 1_000, "FOOD", null).pickup(one("soup"));

        assertThat(quote.total()).isEqualTo(eur("4.46"));
    }

    @Test
    void T3_the_quantity_multiplies_the_rounded_unit() {
        Quote quote = tenExtras().pickup(many(3, "wish", tenPicks()));

        assertThat(quote.total()).isEqualTo(eur("26.70"));
    }

    @Test
    void T4_a_negative_option_is_never_discounted() {
        TestMenu menu = new TestMenu()
                .group("less", 0, 10, "cheese", "-2.00")
                .article("steak", "10.00", 9_000, "FOOD", null, "less");

        assertThat(menu.pickup(one("steak", "less", "cheese")).total()).isEqualTo(eur("-1.00"));
    }

    @Test
    void T5_negative_lines_are_not_clamped() {
        String[] options = new String[20];
        String[] picks = new String[20];
        for (int i = 0; i < 10; i++) {
            options[2 * i] = "o" + i;
            options[2 * i + 1] = "-2.00";
            picks[2 * i] = "less";
            picks[2 * i + 1] = "o" + i;
        }
        TestMenu menu = new TestMenu().group("less", 0, 10, options).article("dish", "10.00", "FOOD", "less");

        Quote quote = menu.pickup(one("dish", picks));

        assertThat(quote.total()).isEqualTo(eur("-10.00"));
        assertThat(quote.goods()).isEqualTo(eur("-10.00"));
    }

    @Test
    void T6_a_can_inside_a_menu_brings_its_deposit_exactly_once_and_it_multiplies() {
        TestMenu menu = new TestMenu()
                .article("cola", "2.70", 0, "DRINK", "CAN")
                .group("drink", 1, "can", "0.00", "cola")
                .article("steak", "24.90", 1_000, "FOOD", null, "drink");

        Quote quote = menu.pickup(many(2, "steak", "drink", "can"));

        assertThat(quote.deposits()).isEqualTo(eur("0.50"));
        assertThat(quote.goods()).isEqualTo(eur("44.82"));
        assertThat(quote.total()).isEqualTo(eur("45.32"));
        assertThat(quote.vat())
                .extracting(Quote.VatLine::rate, Quote.VatLine::gross)
                .containsExactly(tuple(VatRate.parse("7"), eur("44.82")), tuple(VatRate.parse("19"), eur("0.50")));
    }

    @Test
    void L12_in_austria_the_deposit_on_a_can_is_not_taxed() {
        Quote quote =
                new TestMenu().article("cola", "2.70", 0, "DRINK", "CAN").quote(OrderType.PICKUP, "AT", one("cola"));

        assertThat(quote.vat().get(0).rate()).isEqualTo(VatRate.ZERO);
        assertThat(quote.vat().get(0).gross()).isEqualTo(eur("0.25"));
    }

    @Test
    void L12_in_switzerland_no_deposit_is_taxed() {
        Quote quote =
                new TestMenu().article("cola", "2.70", 0, "DRINK", "CAN").quote(OrderType.PICKUP, "CH", one("cola"));

        assertThat(quote.vat().get(0).rate()).isEqualTo(VatRate.ZERO);
        assertThat(quote.vat().get(0).gross()).isEqualTo(eur("0.25"));
    }

    @Test
    void a_line_below_zero_is_seen_though_other_dishes_make_the_total_good() {
        TestMenu menu = new TestMenu()
                .article("soup", "5.00", "FOOD", "less")
                .article("steak", "30.00", "FOOD")
                .group("less", 0, 1, "off", "-9.00");

        assertThat(menu.quote(OrderType.PICKUP, "DE", one("soup"), one("steak")).belowZero())
                .isFalse();
        assertThat(menu.quote(OrderType.PICKUP, "DE", one("soup", "less", "off"), one("steak"))
                        .belowZero())
                .isTrue();
    }

    @Test
    void T7_the_tax_is_taken_once_from_the_sum_of_a_rate() {
        TestMenu menu = new TestMenu();
        List<Selection> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            menu.article("a" + i, "0.99", "FOOD");
            ten.add(one("a" + i));
        }

        Quote quote = menu.pickup(ten.toArray(Selection[]::new));

        assertThat(quote.vat()).hasSize(1);
        assertThat(quote.vat().get(0).tax()).isEqualTo(eur("0.65"));
        assertThat(quote.vat().get(0).net()).isEqualTo(eur("9.25"));
    }

    @Test
    void L11_the_delivery_fee_follows_the_goods_and_is_free_from_its_limit() {
        TestMenu menu = new TestMenu().article("food", "9.00", "FOOD").article("drink", "9.00", "DRINK");
        DeliveryZone.Terms terms = new DeliveryZone.Terms("10115", eur("10.00"), eur("3.01"), eur("30.00"));

        Quote paid = delivered(menu, terms, one("food"), one("drink"));
        Quote free = delivered(menu, terms, many(2, "food"), one("drink"));

        assertThat(paid.total()).isEqualTo(eur("23.01"));
        assertThat(paid.vat())
                .extracting(Quote.VatLine::rate, Quote.VatLine::gross)
                .containsExactly(tuple(VatRate.parse("7"), eur("11.51")), tuple(VatRate.parse("19"), eur("11.50")));
        assertThat(free.fees()).isEmpty();
        assertThat(free.total()).isEqualTo(eur("30.00"));
    }

    @Test
    void L11_no_deposit_draws_a_part_of_the_delivery_fee_to_its_rate() {
        TestMenu menu = new TestMenu().article("cola", "0.25", 0, "DRINK", "CAN");
        DeliveryZone.Terms terms = new DeliveryZone.Terms("1010", eur("0.00"), eur("2.50"), null);

        Quote quote = Pricing.quote(
                menu.menu(),
                TestMenu.basket(OrderType.DELIVERY, "AT").with(many(4, "cola")).with(terms));

        assertThat(quote.total()).isEqualTo(eur("8.50"));
        assertThat(quote.vat())
                .extracting(Quote.VatLine::rate, Quote.VatLine::gross)
                .containsExactly(tuple(VatRate.ZERO, eur("1.00")), tuple(VatRate.parse("19"), eur("7.50")));
    }

    @Test
    void whatever_is_in_the_basket_the_sums_are_exact() {
        Random random = new Random(42);
        Set<String> seen = new HashSet<>();
        for (int round = 0; round < 2_000; round++) {
            TestMenu menu =
                    new TestMenu().group("extra", 0, 3, "a", price(random, -200), "b", price(random, 0), "c", "0.33");
            List<Selection> selections = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                String vat = random.nextBoolean() ? "FOOD" : "DRINK";
                menu.article(
                        "x" + i,
                        price(random, 0),
                        random.nextInt(10_001),
                        vat,
                        random.nextBoolean() ? "CAN" : null,
                        "extra");
                selections.add(
                        random.nextBoolean()
                                ? many(1 + random.nextInt(9), "x" + i)
                                : one("x" + i, "extra", "a", "extra", "b"));
            }
            DeliveryZone.Terms terms = new DeliveryZone.Terms("1", eur("0.00"), eur(price(random, 0)), null);

            Quote quote = delivered(menu, terms, selections.toArray(Selection[]::new));

            assertThat(sum(quote.vat(), Quote.VatLine::gross))
                    .as("round %d", round)
                    .isEqualTo(quote.total());
            assertThat(quote.total())
                    .as("round %d", round)
                    .isEqualTo(sum(quote.lines(), Quote.Line::total)
                            .plus(quote.deposits())
                            .plus(sum(quote.fees(), Quote.Fee::total)));
            for (Quote.Line line : quote.lines())
                assertThat(line.total())
                        .isEqualTo(line.unitPrice().times(line.selection().quantity()));
            for (Quote.VatLine rate : quote.vat()) {
                assertThat(rate.net().plus(rate.tax())).isEqualTo(rate.gross());
                assertThat(rate.tax()).as("round %d", round).isEqualTo(taxIn(rate.gross(), rate.rate()));
            }
            seen.addAll(marks(quote));
        }
        assertThat(seen)
                .containsExactlyInAnyOrder("two rates", "deposit", "discount", "fee", "below zero", "more than one");
    }

    /** What a round was about, so that none of it is proven by baskets without it. */
    private static Set<String> marks(Quote quote) {
        Set<String> marks = new HashSet<>();
        if (quote.vat().size() > 1) marks.add("two rates");
        if (!quote.deposits().isZero()) marks.add("deposit");
        if (quote.lines().stream().anyMatch(line -> line.discount() != null)) marks.add("discount");
        if (!quote.fees().isEmpty()) marks.add("fee");
        if (quote.belowZero()) marks.add("below zero");
        if (quote.lines().stream().anyMatch(line -> line.selection().quantity() > 1)) marks.add("more than one");
        return marks;
    }

    private static <T> Money sum(List<T> parts, Function<T, Money> amount) {
        return parts.stream().map(amount).reduce(eur("0.00"), Money::plus);
    }

    private static Money taxIn(Money gross, VatRate rate) {
        BigDecimal percent = new BigDecimal(rate.percent());
        return eur(new BigDecimal(gross.decimal())
                .multiply(percent)
                .divide(percent.add(new BigDecimal("100")), 2, RoundingMode.HALF_UP)
                .toPlainString());
    }

    private static String price(Random random, int from) {
        return new Money(from + random.nextInt(3_000), TestMenu.EUR).decimal();
    }

    private static Quote delivered(TestMenu menu, DeliveryZone.Terms terms, Selection... selections) {
        return Pricing.quote(
                menu.menu(),
                TestMenu.basket(OrderType.DELIVERY, "DE").with(selections).with(terms));
    }

    private static TestMenu tenExtras() {
        String[] options = new String[20];
        for (int i = 0; i < 10; i++) {
            options[2 * i] = "o" + i;
            options[2 * i + 1] = "0.99";
        }
        return new TestMenu().group("extras", 0, 10, options).article("wish", "0.00", 1_000, "FOOD", null, "extras");
    }

    private static String[] tenPicks() {
        String[] picks = new String[20];
        for (int i = 0; i < 10; i++) {
            picks[2 * i] = "extras";
            picks[2 * i + 1] = "o" + i;
        }
        return picks;
    }
}
