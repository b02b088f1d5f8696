package de.hypersoft.esolutions.shop.errors;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.shop.view.OpenShop;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.shop.view.ShopTemplates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A guest who is refused something finds on. */
class ErrorPageTest {

    private static final ShopPage FRAME = OpenShop.page(Instant.parse("2026-12-01T18:00:00Z"));

    @Test
    void whoever_orders_again_too_often_finds_back_to_the_order() {
        String back = ErrorPage.order("/orders/Ab-c_9/repetition");

        assertThat(back).isEqualTo("/orders/Ab-c_9");
        ErrorPage page = new ErrorPage(429, "Einen Moment bitte", "Gleich noch einmal.", "", back);
        assertThat(new String(ShopTemplates.html(ShopPage.view(ErrorPage.class, FRAME, page)), StandardCharsets.UTF_8))
                .contains("<a class=\"button\" href=\"/orders/Ab-c_9\">Zurück zur Bestellung</a>");
    }

    @Test
    void nothing_else_is_taken_for_an_order() {
        assertThat(ErrorPage.order("/orders/Ab-c_9/guest-data")).isEqualTo("/orders/Ab-c_9");
        for (String path : new String[] {"/orders/x", "/orders/a/b/repetition", "//elsewhere/orders/a/repetition", "/"})
            assertThat(ErrorPage.order(path)).as(path).isEmpty();
    }
}
