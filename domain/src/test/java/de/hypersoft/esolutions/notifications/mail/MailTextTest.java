package de.hypersoft.esolutions.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.notifications.guest.ConfirmationText;
import de.hypersoft.esolutions.ordering.OrderDocument;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailTextTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:03:11Z");

    @Test
    void L16_a_guest_is_confirmed_goods_total_tax_and_seller_in_German() {
        MailText mail = confirmation("de");

        assertThat(mail.subject()).isEqualTo("Ihre Bestellung 2026-000123 bei Linde Mitte");
        assertThat(mail.text())
                .contains(
                        "Guten Tag Anna Müller",
                        "2 × Pizza <Margherita>",
                        "23,80\u00a0€",
                        "+ 30 cm (2,00\u00a0€)",
                        "gut durch")
                .contains(
                        "darin 7,00 % MwSt.",
                        "1,56\u00a0€", "22.11.2026, 19:03", "So bald wie möglich, gegen 19:23", "Zahlung bei Abholung")
                .contains("Linde Gastronomie GmbH", "Amtsgericht Berlin HRB 12345", "Lindenstraße 1");
    }

    @Test
    void what_hangs_below_an_option_stands_below_it_with_how_many_of_it() {
        assertThat(confirmation("de").text()).contains("\n    + 30 cm (2,00\u00a0€)", "\n      + 2 × Rand mit Käse");
    }

    @Test
    void L16_an_English_guest_is_confirmed_in_English() {
        MailText mail = confirmation("en");

        assertThat(mail.language()).isEqualTo("en");
        assertThat(mail.subject()).isEqualTo("Your order 2026-000123 at Linde Mitte");
        assertThat(mail.text())
                .contains("Dear Anna Müller", "€23.80", "€1.56", "including 7.00 % VAT", "Payment at pick-up");
    }

    @Test
    void a_guest_reads_in_the_mail_what_the_page_said() {
        Money total = Money.of(123_450, "EUR");

        assertThat(new MailTexts("en", ZoneId.of("Europe/Berlin")).money(total)).isEqualTo("€1,234.50");
        assertThat(new MailTexts("de", ZoneId.of("Europe/Berlin")).money(total)).isEqualTo("1.234,50\u00a0€");
    }

    @Test
    void on_the_night_of_the_change_a_guest_reads_which_of_the_two_hours_is_meant() {
        Instant summer = Instant.parse("2026-10-25T00:30:00Z");
        Instant winter = summer.plusSeconds(3_600);

        assertThat(confirmation("de", summer).text())
                .contains("25.10.2026, 02:30 (Sommerzeit)", "gegen 02:50 (Sommerzeit)")
                .doesNotContain("Winterzeit");
        assertThat(confirmation("de", winter).text())
                .contains("25.10.2026, 02:30 (Winterzeit)", "gegen 02:50 (Winterzeit)")
                .doesNotContain("Sommerzeit");
        assertThat(confirmation("en", winter).text()).contains("(winter time)");
        assertThat(confirmation("de", winter.plusSeconds(3_600)).text()).doesNotContain("Winterzeit", "Sommerzeit");
    }

    @Test
    void a_guest_in_Switzerland_reads_what_is_paid_in_cash_where_the_total_does_not_end_in_five_or_nought() {
        String order =
                Json.write(WaitingOrder.document(UUID.randomUUID(), NOW, "de")).replace("\"EUR\"", "\"CHF\"");

        assertThat(confirmationOf(order.replace("23.80", "23.83")).text())
                .contains("23,83\u00a0CHF", "bar, auf 5 Rappen gerundet", "23,85\u00a0CHF");
        assertThat(confirmationOf(order).text()).doesNotContain("Rappen");
    }

    @Test
    void what_a_guest_or_a_catalogue_wrote_stays_text_in_the_html() {
        assertThat(confirmation("de").html())
                .contains("Pizza &lt;Margherita&gt;")
                .doesNotContain("<Margherita>");
    }

    @Test
    void the_guest_finds_the_status_page_in_both_forms_of_the_mail() {
        MailText mail = confirmation("de");

        assertThat(mail.text()).contains("jederzeit hier:\nhttps://linde.example/orders/abc?x=1&y=2\n");
        assertThat(mail.html()).contains("<a href=\"https://linde.example/orders/abc?x=1&amp;y=2\">");
        assertThat(confirmation("de", Optional.empty()).text()).doesNotContain("jederzeit hier");
    }

    @Test
    void every_text_exists_in_both_languages() throws IOException {
        assertThat(keys("en")).isEqualTo(keys("de"));
    }

    private static Object keys(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                MailText.class.getResourceAsStream("messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.keySet();
    }

    private static MailText confirmation(String language) {
        return confirmation(language, Optional.of("https://linde.example/orders/abc?x=1&y=2"));
    }

    private static MailText confirmation(String language, Instant placedAt) {
        return ConfirmationText.of(
                WaitingOrder.document(UUID.randomUUID(), placedAt, language),
                WaitingOrder.details(null),
                Optional.empty());
    }

    private static MailText confirmation(String language, Optional<String> tracking) {
        return ConfirmationText.of(
                WaitingOrder.document(UUID.randomUUID(), NOW, language), WaitingOrder.details(null), tracking);
    }

    private static MailText confirmationOf(String order) {
        return ConfirmationText.of(Json.read(order, OrderDocument.class), WaitingOrder.details(null), Optional.empty());
    }
}
