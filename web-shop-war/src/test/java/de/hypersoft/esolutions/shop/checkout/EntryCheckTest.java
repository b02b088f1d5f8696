package de.hypersoft.esolutions.shop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.shop.view.ShopPage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EntryCheckTest {

    private static final Map<String, String> GOOD = Map.of(
            CheckoutForm.NAME, "Ana Öz",
            CheckoutForm.PHONE, "030 123456",
            CheckoutForm.EMAIL, "ana@example.org",
            CheckoutForm.STREET, "Rosenthaler Straße 40",
            CheckoutForm.POSTCODE, "10119",
            CheckoutForm.CITY, "Berlin");

    private static final Optional<Consumer<String>> BERLIN = Optional.of(postcode -> {
        if (!postcode.startsWith("10")) throw new Invalid("outside-delivery-area", postcode, CheckoutForm.POSTCODE);
    });
    private static final Optional<Consumer<String>> NO_DELIVERY = Optional.empty();

    @Test
    void a_postcode_nobody_delivers_to_is_an_error_at_its_field_and_no_postcode_too() {
        Map<String, String> typed = new HashMap<>(GOOD);
        typed.put(CheckoutForm.POSTCODE, "99999");
        assertThat(EntryCheck.errors(entry(typed), BERLIN, 0, ShopPage.TEXTS.german()))
                .containsExactly(Map.entry(CheckoutForm.POSTCODE, "Zu dieser Postleitzahl liefern wir leider nicht."));
        typed.put(CheckoutForm.POSTCODE, "");
        assertThat(EntryCheck.postcode(entry(typed), BERLIN.get(), ShopPage.TEXTS.german()))
                .containsExactly(Map.entry(CheckoutForm.POSTCODE, "Bitte geben Sie Ihre Postleitzahl ein."));
        typed.put(CheckoutForm.POSTCODE, "\uff11\uff10119");
        assertThat(EntryCheck.postcode(entry(typed), BERLIN.get(), ShopPage.TEXTS.german()))
                .isEmpty();
    }

    @Test
    void a_complete_entry_has_no_errors() {
        assertThat(EntryCheck.errors(entry(GOOD), BERLIN, 0, ShopPage.TEXTS.german()))
                .isEmpty();
    }

    @Test
    void everything_missing_is_said_at_once_in_the_order_of_the_page() {
        assertThat(EntryCheck.errors(entry(Map.of()), BERLIN, 16, ShopPage.TEXTS.german())
                        .keySet())
                .containsExactly(
                        CheckoutForm.NAME,
                        CheckoutForm.PHONE,
                        CheckoutForm.EMAIL,
                        CheckoutForm.STREET,
                        CheckoutForm.POSTCODE,
                        CheckoutForm.CITY,
                        CheckoutForm.AGE);
    }

    @Test
    void pickup_needs_no_address() {
        assertThat(EntryCheck.errors(entry(Map.of()), NO_DELIVERY, 0, ShopPage.TEXTS.english()))
                .hasSize(3);
    }

    @Test
    void a_wrong_field_says_what_is_wrong_with_it() {
        Map<String, String> fields = new TreeMap<>(GOOD);
        fields.put(CheckoutForm.EMAIL, "ana@");
        fields.put(CheckoutForm.NOTE, "x".repeat(201));

        assertThat(EntryCheck.errors(entry(fields), BERLIN, 0, ShopPage.TEXTS.english()))
                .containsEntry(CheckoutForm.EMAIL, "This e-mail address does not look complete.")
                .containsEntry(CheckoutForm.NOTE, "That is too long, 200 characters at most.")
                .hasSize(2);
    }

    @Test
    void the_heading_over_the_errors_tells_what_is_missing_from_what_is_wrong() {
        Map<String, String> typed = new HashMap<>(GOOD);
        assertThat(summary(typed, CheckoutForm.EMAIL)).isEqualTo("Eine Angabe stimmt noch nicht");
        assertThat(summary(typed, CheckoutForm.EMAIL, CheckoutForm.PHONE)).isEqualTo("2 Angaben stimmen noch nicht");
        typed.put(CheckoutForm.NAME, " ");
        assertThat(summary(typed, CheckoutForm.NAME)).isEqualTo("Eine Angabe fehlt noch");
        assertThat(summary(typed, CheckoutForm.NAME, CheckoutForm.AGE)).isEqualTo("2 Angaben fehlen noch");
        assertThat(summary(typed, CheckoutForm.NAME, CheckoutForm.AGE, CheckoutForm.EMAIL))
                .isEqualTo("2 Angaben fehlen noch; eine stimmt noch nicht");
        assertThat(summary(typed, CheckoutForm.FULFIL))
                .as("who chose no time asked for the soonest")
                .isEqualTo("Eine Angabe stimmt noch nicht");
    }

    @Test
    void a_mailbox_that_no_mail_server_promises_to_reach_is_said_at_its_field() {
        Map<String, String> typed = new HashMap<>(GOOD);
        typed.put(CheckoutForm.EMAIL, "müller@example.org");

        assertThat(EntryCheck.errors(entry(typed), NO_DELIVERY, 0, ShopPage.TEXTS.german()))
                .hasEntrySatisfying(
                        CheckoutForm.EMAIL, words -> assertThat(words).contains("Umlaute"))
                .hasSize(1);
    }

    @Test
    void a_number_with_the_marks_a_phone_pastes_with_it_is_no_error() {
        Map<String, String> typed = new HashMap<>(GOOD);
        typed.put(CheckoutForm.PHONE, "\u202a+49\u00a0(0)\u00a030\u20115550001\u202c");

        assertThat(EntryCheck.errors(entry(typed), NO_DELIVERY, 0, ShopPage.TEXTS.german()))
                .isEmpty();
    }

    private static String summary(Map<String, String> typed, String... faulty) {
        return EntryCheck.summary(entry(typed), Set.of(faulty), ShopPage.TEXTS.german());
    }

    private static CheckoutForm entry(Map<String, String> fields) {
        return new CheckoutForm(fields, "key-0001", "12.50");
    }
}
