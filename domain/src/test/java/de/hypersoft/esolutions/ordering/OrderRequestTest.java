package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.tenancy.Address;
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

    @Test
    void an_order_keeps_the_number_readable_and_the_address_as_its_owner_writes_it() {
        Guest guest = from("\u202a+49\u00a030\u20135550001\u202c", " gast@bücher.example")
                .guest();

        assertThat(guest.phone()).isEqualTo("+49 30-5550001");
        assertThat(guest.email()).isEqualTo("gast@bücher.example");
    }

    @Test
    void a_guest_who_could_not_be_written_to_places_no_order_but_was_one_stays_readable() {
        assertThatThrownBy(() -> from("030 123456", "müller@example.org"))
                .isInstanceOfSatisfying(Invalid.class, refused -> {
                    assertThat(refused.code()).isEqualTo("international-mailbox");
                    assertThat(refused.field()).isEqualTo("guest.email");
                });
        Guest stored = new Guest("Ana", "030 123456", "müller@example.org", "de");

        assertThat(Json.read(Json.write(stored), Guest.class)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gewinn: http://evil.example", "www.evil.example", "evil.com", "<b>Anna</b>"})
    void a_name_that_is_a_link_or_markup_places_no_order_and_says_at_which_field(String name) {
        assertThatThrownBy(() -> with("key-0001", new Guest(name, "030 123456", "a@b.de", "de")))
                .isInstanceOfSatisfying(Invalid.class, refused -> {
                    assertThat(refused.code()).isEqualTo("link-not-allowed");
                    assertThat(refused.field()).isEqualTo("guest.name");
                });
        assertThatThrownBy(() -> deliveredTo(name, "Berlin")).hasMessageContaining("deliveryAddress.street");
        assertThatThrownBy(() -> deliveredTo("Lindenstr. 5", name)).hasMessageContaining("deliveryAddress.city");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna\u202egro.live", "Anna\ud800", "Anna\u2066x"})
    void a_name_that_turns_the_text_around_it_is_refused(String name) {
        assertThatThrownBy(() -> with("key-0001", new Guest(name, "030 123456", "a@b.de", "de")))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.code()).isEqualTo("unseen-character"));
    }

    private static OrderRequest deliveredTo(String street, String city) {
        return new OrderRequest(
                "key-0001",
                Channel.API,
                "linde-mitte",
                OrderType.DELIVERY,
                new Guest("Ana", "030 123456", "a@b.de", "de"),
                new Address(street, "10969", city, "DE", ""),
                null,
                "",
                List.of(),
                PaymentMethod.AT_DOOR,
                null,
                false);
    }

    private static OrderRequest with(String key) {
        return with(key, new Guest("Ana", "030 123456", "a@b.de", "de"));
    }

    private static OrderRequest from(String phone, String email) {
        return with("key-0001", new Guest("Ana", phone, email, "de"));
    }

    private static OrderRequest with(String key, Guest guest) {
        return new OrderRequest(
                key,
                Channel.API,
                "linde-mitte",
                OrderType.PICKUP,
                guest,
                null,
                null,
                "",
                List.of(),
                PaymentMethod.AT_PICKUP,
                null,
                false);
    }
}
