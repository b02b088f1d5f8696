package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "12345678\0", "1234\n5678"})
    void an_idempotency_key_that_no_database_would_take_is_refused(String key) {
        assertThatThrownBy(() -> with(key)).isInstanceOfSatisfying(Invalid.class, refused -> assertThat(refused.code())
                .isEqualTo("invalid-idempotency-key"));
        assertThatThrownBy(() -> with("k".repeat(101))).isInstanceOf(Invalid.class);
    }

    @Test
    void blanks_around_an_idempotency_key_are_not_part_of_it() {
        assertThat(with("12345678" + " ".repeat(200)).idempotencyKey()).isEqualTo("12345678");
    }

    private static OrderRequest with(String key) {
        return new OrderRequest(
                key,
                Channel.API,
                "linde-mitte",
                OrderType.PICKUP,
                new Guest("Ana", "030 123456", "a@b.de", "de"),
                null,
                null,
                "",
                List.of(),
                PaymentMethod.AT_PICKUP,
                null);
    }
}
