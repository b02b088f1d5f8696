package de.hypersoft.esolutions.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.board.HandoverViews;
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

    @Test
    void until_the_till_answers_the_sheet_says_that_it_was_asked_and_a_person_can_say_it_is_done() {
        assertThat(voiding(OrderStatus.PLACED, new HandoverViews.Voiding(OrderLineTest.NOW, null)))
                .contains("Kasse 1 soll die Bestellung stornieren", "noch nicht geantwortet", "/void\"");
        assertThat(voiding(OrderStatus.CANCELLED, new HandoverViews.Voiding(OrderLineTest.NOW, OrderLineTest.NOW)))
                .contains("Storniert, auch an der Kasse")
                .doesNotContain("noch nicht geantwortet", "/void\"", "/void-request\"");
    }

    @Test
    void what_a_till_may_yet_book_is_not_offered_as_cancelled_there() {
        assertThat(page("", OrderLineTest.unbooked(), OrderLineTest.site())).doesNotContain("/void\"");
    }

    @Test
    void a_waiting_order_is_rejected_from_here_in_emergency_mode_and_a_typed_one_always() {
        assertThat(handover("", PosTransfer.PENDING)).contains("/withdrawal\"").doesNotContain("/rejection\"");
        assertThat(page("", OrderLineTest.row("OPEN", PosTransfer.PENDING), OrderLineTest.siteInEmergency()))
                .contains("/rejection\"", "der Gast liest ihn");
        assertThat(handover("", PosTransfer.TRANSFERRED_MANUAL)).contains("/rejection\"");
    }

    private static String voiding(OrderStatus status, HandoverViews.Voiding voiding) {
        HandoverViews.Row booked = OrderLineTest.row("OPEN", PosTransfer.TRANSFERRED_AUTO);
        return page("", OrderLineTest.voiding(booked, status, voiding), OrderLineTest.site());
    }

    private static String handover(String done, PosTransfer transfer) {
        return page(done, OrderLineTest.row("OPEN", transfer), OrderLineTest.site());
    }

    @SuppressWarnings("NullAway") // the order's own document stands elsewhere on the page
    private static String page(String done, HandoverViews.Row row, VisibleLocations.Site site) {
        HandoverViews.Sheet sheet =
                new HandoverViews.Sheet(row, null, "token", null, null, null, null, null, 1, List.of(), List.of());
        OrderRow line = OrderRow.of(row, site, OrderLineTest.NOW);
        StringOutput out = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, HandoverTest.class.getClassLoader())
                .render(
                        "de/hypersoft/esolutions/portal/orders/Handover.jte",
                        Map.of(
                                "model",
                                OrderLineTest.frame("de"),
                                "page",
                                new OrderSheetPage.Shown(sheet, line, List.of(), "", done, false)),
                        out);
        return out.toString();
    }
}
