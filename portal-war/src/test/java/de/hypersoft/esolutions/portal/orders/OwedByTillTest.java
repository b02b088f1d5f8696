package de.hypersoft.esolutions.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.portal.tills.TillsPage;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import de.hypersoft.esolutions.pos.tills.TillId;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever replaces a device or accepts a journal is led to what that till took and never booked, and decides there. */
class OwedByTillTest {

    private static final TillId TILL = new TillId(UUID.randomUUID());

    @Test
    void replacing_a_device_leads_to_the_orders_that_the_old_one_took_and_never_booked() {
        String orders = "/portal/tills/" + TILL.value() + "/orders";

        assertThat(replaced(2)).contains("href=\"" + orders + "\"").contains("2 ");
        assertThat(replaced(0)).doesNotContain(orders);
    }

    @Test
    void each_of_these_orders_can_be_given_back_typed_or_settled_where_it_is_listed() {
        HandoverViews.Row row = OrderLineTest.unbooked();
        OrderRow line = OrderRow.of(row, OrderLineTest.site(), OrderLineTest.NOW);
        ManageTills.View till = new ManageTills.View(
                TILL,
                OrderLineTest.site().id(),
                1,
                "Kasse 1",
                true,
                false,
                true,
                OrderLineTest.NOW,
                null,
                OrderLineTest.NOW,
                true,
                null,
                null);

        String page = rendered("OwedPage", new TillsPage.Owed(till, List.of(line)));

        assertThat(page).contains("2026-000123");
        for (String decision : List.of("return", "typing", "settlement"))
            assertThat(page).contains("action=\"/portal/orders/" + row.id() + "/" + decision + "\"");
        assertThat(rendered("OwedPage", new TillsPage.Owed(till, List.of())))
                .doesNotContain("action=\"/portal/orders/");
    }

    private static String replaced(int owed) {
        ManageTills.Pin pin = new ManageTills.Pin(TILL, 1, "Kasse 1", "123 456", OrderLineTest.NOW.plusSeconds(900));
        return rendered("PinPage", new TillsPage.Pinned(pin, ZoneId.of("Europe/Berlin"), owed));
    }

    private static String rendered(String page, Object model) {
        StringOutput out = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, OwedByTillTest.class.getClassLoader())
                .render(
                        "de/hypersoft/esolutions/portal/tills/" + page + ".jte",
                        Map.of("model", OrderLineTest.frame("de"), "page", model),
                        out);
        return out.toString();
    }
}
