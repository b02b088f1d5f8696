package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.text.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options as they are stored and handed over. */
class OrderDocumentTest {

    private static final Money NOTHING = Money.of(0, "EUR");

    @Test
    void an_option_stored_before_options_counted_is_one_piece_that_asks_nothing() {
        OrderDocument.Option old = Json.read("""
                 {"groupId":"sauce","optionId":"bbq","articleId":null,"name":"BBQ","displayName":"BBQ",
                  "price":{"amount":"0.50","currency":"EUR"},"vat":"7.00"}\
                 """, OrderDocument.Option.class);

        assertThat(old.quantity()).isEqualTo(1);
        assertThat(old.options()).isEmpty();
        assertThat(old.price()).isEqualTo(Money.of(50, "EUR"));
    }

    @Test
    void the_tree_is_stored_and_read_as_it_was() {
        OrderDocument.Option tree = option("box", null, 2, option("drink", "cola", 3));

        assertThat(Json.read(Json.write(tree), OrderDocument.Option.class)).isEqualTo(tree);
        assertThat(Json.write(tree)).contains("\"quantity\":2").contains("\"options\":[{");
    }

    @Test
    void rows_go_down_before_they_go_on() {
        OrderDocument.Line line = line(option("a", null, 1, option("b", null, 1)), option("c", null, 1));

        assertThat(line.optionRows())
                .extracting(row -> row.level() + row.option().optionId())
                .containsExactly("0a", "1b", "0c");
    }

    @Test
    void whoever_types_it_reads_the_price_of_the_article_alone_beside_those_of_its_options() {
        OrderDocument.Option bun = priced("bun", 100, 2, priced("cheese", 50, 3));
        OrderDocument.Line burger = line(1_500, bun, priced("no-onion", -20, 1));

        assertThat(burger.articlePrice()).isEqualTo(Money.of(1_500 - 2 * (100 + 3 * 50) + 20, "EUR"));
        assertThat(line(700).articlePrice()).isEqualTo(Money.of(700, "EUR"));
    }

    @Test
    void how_an_order_is_paid_is_stored_in_the_words_that_tills_and_older_orders_have() {
        String stored =
                "{\"method\":\"AT_DOOR\",\"paid\":{\"amount\":\"0.00\",\"currency\":\"EUR\"},\"state\":\"OPEN\"}";

        OrderDocument.Payment payment = Json.read(stored, OrderDocument.Payment.class);

        assertThat(payment)
                .isEqualTo(new OrderDocument.Payment(PaymentMethod.AT_DOOR, OrderDocument.PaymentState.OPEN, NOTHING));
        assertThat(Json.write(payment)).contains("\"method\":\"AT_DOOR\"", "\"state\":\"OPEN\"");
    }

    private static OrderDocument.Line line(OrderDocument.Option... options) {
        return line(0, options);
    }

    private static OrderDocument.Line line(int unitCents, OrderDocument.Option... options) {
        Money unit = Money.of(unitCents, "EUR");
        return new OrderDocument.Line(
                1, "menu", "Menü", "Menü", 1, unit, "7.00", "", List.of(options), null, null, unit, 0);
    }

    private static OrderDocument.Option priced(String id, int cents, int quantity, OrderDocument.Option... below) {
        return new OrderDocument.Option(
                "g-" + id, id, null, id, id, Money.of(cents, "EUR"), "7.00", quantity, List.of(below));
    }

    private static OrderDocument.Option option(
            String id, @org.jspecify.annotations.Nullable String article, int quantity, OrderDocument.Option... below) {
        return new OrderDocument.Option("g-" + id, id, article, id, id, NOTHING, "7.00", quantity, List.of(below));
    }
}
