package de.hypersoft.esolutions.shop.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.quote.Wish;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.shop.guard.Rejected;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderReadingTest {

    private static final String GOOD = """
            {"location":"linde-mitte","orderType":"PICKUP","guest":{"name":"Ana","phone":"030 123456","email":"a@b.de"},
             "deliveryAddress":null,"fulfilAt":null,"note":"","unknown":{"is":"ignored"},
             "lines":[{"articleId":"101","quantity":2,"options":[{"groupId":"size","optionId":"30"}],"note":""}],
             "payment":{"method":"AT_PICKUP"},"expectedTotal":{"amount":"23.80","currency":"EUR"}}""";

    @Test
    void an_order_is_read_and_unknown_members_are_ignored() {
        OrderRequest order = OrderReading.of(GOOD, "key-0001", "en");

        assertThat(order.location()).isEqualTo("linde-mitte");
        assertThat(order.orderType()).isEqualTo(OrderType.PICKUP);
        assertThat(order.guest().language()).isEqualTo("en");
        assertThat(order.lines().get(0).picks()).containsExactly(new Selection.Pick("size", "30"));
        assertThat(order.expectedTotal()).isEqualTo(Money.of(2380, "EUR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"x\"|\"y\"",
                "\"PICKUP\"|null",
                "\"fulfilAt\":null|\"fulfilAt\":\"2026-12-01T12:00:00Z\",\"ageConfirmed\":true",
                "\"deliveryAddress\":null|\"deliveryAddress\":{\"street\":\"Am Markt 1\",\"city\":\"\\u00dclzen\"}",
                "\"quantity\":2|\"quantity\":2.50",
                "\"quantity\":2|\"quantity\":\"2\"",
                "\"optionId\":\"30\"|\"optionId\":30,\"options\":[{\"groupId\":\"g\",\"quantity\":3}]",
                "\"note\":\"\"|\"note\":\"a\",\"note\":\"b\""
            })
    void an_order_is_read_as_JSON_B_reads_it(String part, String instead) {
        String body = GOOD.replace(part, instead);

        assertThat(Json.read(body, Shapes.OrderInput.class))
                .isEqualTo(Json.jsonb().fromJson(body, Shapes.OrderInput.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"lines\":7}", "{\"guest\":\"x\"}"})
    void what_is_no_order_at_all_is_malformed(String body) {
        assertThatThrownBy(() -> OrderReading.of(body, "key-0001", "de")).isInstanceOf(Rejected.class);
    }

    @Test
    void what_comes_twice_is_refused_by_its_path_in_an_order_and_a_basket() {
        String body = GOOD.replace("\"quantity\":2", "\"quantity\":1,\"quantity\":50");

        assertThatThrownBy(() -> OrderReading.of(body, "key-0001", "de")).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(e.status()).isEqualTo(400);
            assertThat(e.facts()).containsEntry("field", "lines[0].quantity");
        });
        assertThatThrownBy(() -> OrderReading.wish(body))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.facts()).containsEntry("field", "lines[0].quantity"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"location\":\"linde-mitte\"|\"x\":1|location",
                "\"PICKUP\"|\"TELEPORT\"|orderType",
                "\"name\":\"Ana\"|\"x\":1|guest.name",
                "\"quantity\":2|\"x\":1|lines[0].quantity",
                "\"AT_PICKUP\"|\"BITCOIN\"|payment.method",
                "\"groupId\":\"size\"|\"x\":1|lines[0].options[0].groupId",
                "\"23.80\"|\"4,20\"|expectedTotal.amount",
                "\"currency\":\"EUR\"|\"currency\":\"XXL\"|expectedTotal.currency"
            })
    void what_is_missing_or_unknown_is_named_by_its_path(String part, String instead, String field) {
        assertThatThrownBy(() -> OrderReading.of(GOOD.replace(part, instead), "key-0001", "de"))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"linde-mitte\"|17|location",
                "\"PICKUP\"|[]|orderType",
                "\"fulfilAt\":null|\"fulfilAt\":\"2026-12-02\"|fulfilAt",
                "\"deliveryAddress\":null|\"deliveryAddress\":{\"postcode\":10117}|deliveryAddress.postcode",
                "\"101\"|{}|lines[0].articleId",
                "\"optionId\":\"30\"|\"optionId\":30|lines[0].options[0].optionId",
                "\"lines\":[|\"lines\":{},\"x\":[|lines",
                "{\"amount\":\"23.80\",\"currency\":\"EUR\"}|4.2|expectedTotal",
                "\"23.80\"|23.80|expectedTotal.amount"
            })
    void what_is_of_another_kind_is_named_by_its_path_in_a_basket_and_in_an_order(
            String part, String instead, String field) {
        String body = GOOD.replace(part, instead);

        assertThat(otherKind(() -> OrderReading.wish(body))).isEqualTo(field);
        assertThat(otherKind(() -> OrderReading.of(body, "key-0001", "de"))).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Ana\"|-1|guest.name",
                "\"note\":\"\",\"unknown\"|\"note\":true,\"unknown\"|note",
                "\"payment\"|\"ageConfirmed\":\"TRUE\",\"payment\"|ageConfirmed",
                "\"payment\"|\"ageConfirmed\":1,\"payment\"|ageConfirmed",
                "{\"method\":\"AT_PICKUP\"}|\"AT_PICKUP\"|payment"
            })
    void a_number_is_no_text_and_a_text_no_truth(String part, String instead, String field) {
        assertThat(otherKind(() -> OrderReading.of(GOOD.replace(part, instead), "key-0001", "de")))
                .isEqualTo(field);
    }

    private static Object otherKind(ThrowingCallable reading) {
        Rejected refused = catchThrowableOfType(Rejected.class, reading);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed-json");
        return Objects.requireNonNull(refused.facts().get("field"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967298", "-4294967294", "18446744073709551618"})
    void a_quantity_beyond_all_measure_does_not_turn_into_a_small_one(String quantity) {
        OrderRequest order = OrderReading.of(GOOD.replace(":2", ":" + quantity), "key-0001", "de");

        assertThat(order.lines().get(0).quantity()).matches(q -> q < 1 || q > 99, "neither 1 nor 99 nor between");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5", "1e30", "\"2\"", "true", "{}"})
    void a_quantity_is_a_whole_number(String quantity) {
        assertThatThrownBy(() -> OrderReading.of(GOOD.replace(":2", ":" + quantity), "key-0001", "de"))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("not-a-number"));
    }

    @Test
    void a_whole_order_is_a_basket_too_and_needs_no_name_to_be_one() {
        Wish wish = OrderReading.wish(GOOD);

        assertThat(wish.location()).isEqualTo("linde-mitte");
        assertThat(wish.orderType()).isEqualTo(OrderType.PICKUP);
        assertThat(wish.lines().get(0).picks()).containsExactly(new Selection.Pick("size", "30"));
        assertThat(wish.expectedTotal()).isEqualTo(Money.of(2380, "EUR"));
        assertThat(OrderReading.wish(GOOD.replace("guest", "nobody").replace("payment", "nothing")))
                .isEqualTo(wish);
    }

    @Test
    void what_a_basket_lacks_is_named_by_its_path() {
        assertThatThrownBy(() -> OrderReading.wish("{}"))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.field()).isEqualTo("location"));
        assertThatThrownBy(() -> OrderReading.wish("[]")).isInstanceOf(Rejected.class);
    }

    @Test
    void an_order_without_idempotency_key_is_refused() {
        assertThatThrownBy(() -> OrderReading.of(GOOD, null, "de"))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("missing-idempotency-key"));
    }
}
