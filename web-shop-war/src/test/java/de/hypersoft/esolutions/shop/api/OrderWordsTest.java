package de.hypersoft.esolutions.shop.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.shop.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words a program may use in an order, and in which money it is paid. */
class OrderWordsTest {

    private static final String GOOD = """
            {"location":"linde-mitte","orderType":"PICKUP","guest":{"name":"Ana","phone":"030 123456","email":"a@b.de"},
             "lines":[{"articleId":"101","quantity":2}],
             "payment":{"method":"AT_PICKUP"},"expectedTotal":{"amount":"23.80","currency":"EUR"}}""";

    @ParameterizedTest
    @CsvSource({
        "PICKUP,pickup,orderType",
        "PICKUP,TELEPORT,orderType",
        "AT_PICKUP,BITCOIN,payment.method",
        "AT_PICKUP,'',payment.method"
    })
    void a_word_that_is_none_is_named_by_its_place(String word, String instead, String field) {
        Refusal refused = refused(word, instead);

        assertThat(refused.code()).isEqualTo("unknown-value");
        assertThat(refused.parameters()).containsEntry("field", field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXL", "Euro", "", "eur"})
    void money_is_of_a_country(String currency) {
        Refusal refused = refused("EUR", currency);

        assertThat(refused.code()).isEqualTo("unknown-currency");
        assertThat(refused.parameters()).containsEntry("field", "expectedTotal.currency");
        assertThat(OrderReading.of(GOOD, "key-0001", "de").expectedTotal()).isEqualTo(Money.of(2_380, "EUR"));
    }

    private static Refusal refused(String word, String instead) {
        String order = GOOD.replace("\"" + word + "\"", "\"" + instead + "\"");
        return Refused.of(() -> OrderReading.of(order, "key-0001", "de"));
    }
}
