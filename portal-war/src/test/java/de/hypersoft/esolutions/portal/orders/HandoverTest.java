package de.hypersoft.esolutions.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.pos.HandoverViews;
import de.hypersoft.esolutions.pos.PosTransfer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands above an order about its way to the till. The page looks again by itself, with the same address. */
class HandoverTest {

    @Test
    void I1_whoever_ticked_is_not_told_to_type_it_in_once_another_unticked() {
        assertThat(handover("ticked", PosTransfer.TRANSFERRED_MANUAL)).contains("Jetzt in die Kasse tippen");
        assertThat(handover("ticked", PosTransfer.PENDING)).doesNotContain("Jetzt in die Kasse tippen");
        assertThat(handover("ticked", PosTransfer.TRANSFERRED_AUTO)).doesNotContain("Jetzt in die Kasse tippen");
    }

    @Test
    void what_was_freed_is_only_called_free_while_nobody_has_it() {
        assertThat(handover("unticked", PosTransfer.PENDING)).contains("Das Häkchen ist weg");
        assertThat(handover("unticked", PosTransfer.TRANSFERRED_MANUAL)).doesNotContain("Das Häkchen ist weg");
        assertThat(handover("returned", PosTransfer.PENDING)).contains("wartet wieder auf die Kasse");
        assertThat(handover("returned", PosTransfer.TRANSFERRED_AUTO)).doesNotContain("wartet wieder auf die Kasse");
    }

    @Test
    void what_no_other_can_undo_stays_said() {
        assertThat(handover("withdrawn", PosTransfer.WITHDRAWN)).contains("Die Bestellung ist storniert");
        assertThat(handover("", PosTransfer.PENDING)).doesNotContain("notice-ok");
    }

    @SuppressWarnings("NullAway") // the order's own document stands elsewhere on the page
    private static String handover(String done, PosTransfer transfer) {
        HandoverViews.Row row = OrderLineTest.row("OPEN", transfer);
        HandoverViews.Sheet sheet =
                new HandoverViews.Sheet(row, null, "token", null, null, null, null, null, 1, List.of(), List.of());
        Line line = Line.of(row, OrderLineTest.site(), OrderLineTest.NOW);
        StringOutput out = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, HandoverTest.class.getClassLoader())
                .render(
                        "de/hypersoft/esolutions/portal/orders/Handover.jte",
                        Map.of(
                                "frame",
                                OrderLineTest.frame("de"),
                                "page",
                                new OrderSheetPage.Shown(sheet, line, List.of(), "", done, false)),
                        out);
        return out.toString();
    }
}
