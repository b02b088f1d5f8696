package de.hypersoft.esolutions.ordering.guests;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestlessDocumentTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    @Test
    void T65_the_guest_goes_and_all_else_stays_also_what_this_release_does_not_know() {
        String without = GuestlessDocument.of("""
                {"orderNumber":"2026-000123","guest":{"name":"Anna","phone":"030 1","email":"a@b.de","language":"en"},\
                "deliveryAddress":{"street":"Pfauengasse 1"},"billingAddress":{"street":"Pfauengasse 2"},"note":"klingeln",\
                "lines":[{"articleId":"101","note":"gut durch","later":true},{"articleId":"102","quantity":2}],\
                "total":{"amount":"23.80"},"later":{"note":"of a release to come"}}""");

        assertThat(without).isEqualTo("""
                {"orderNumber":"2026-000123","guest":{"name":"","phone":"","email":"","language":"en"},\
                "deliveryAddress":null,"billingAddress":null,"note":"",\
                "lines":[{"articleId":"101","note":"","later":true},{"articleId":"102","quantity":2}],\
                "total":{"amount":"23.80"},"later":{"note":"of a release to come"}}""");
    }

    @Test
    void T65_a_guest_is_told_by_what_was_noted_beside_an_article_too() {
        Redaction words = GuestWords.of(WaitingOrder.document(Uuid7.at(NOW), NOW, "de"));

        for (String own : List.of("Anna Müller", "Müller", "030 1234", "anna@example.org", "gut durch"))
            assertThat(words.of("rief an: " + own + "!")).isEqualTo("rief an: " + Redaction.GAP + "!");
        assertThat(words.of("Pizza Margherita")).isEqualTo("Pizza Margherita");
    }
}
