package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.board.OrderBoard;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** One order: first the tick, then what to type into the till, then everything that happened to it. */
@RequestScoped
@Path("orders/{id}")
public class OrderSheetPage {

    @Inject
    private OrderBoard board;

    @Inject
    private OrderFinder finder;

    @Inject
    private Clock clock;

    /**
     * What the page shows.
     *
     * @param refused code of a move that was refused a moment ago; empty for none
     * @param done a move that worked a moment ago; empty for none
     */
    public record Shown(
            HandoverViews.Sheet sheet,
            OrderRow line,
            List<OrderHistoryLine> history,
            String refused,
            String done,
            boolean slip) {

        /** Nobody has it, or a lease ran out: ticking needs no question. */
        public boolean free() {
            return sheet.row().waitingSince() != null && !sheet.row().leaseAlive();
        }

        public boolean being() {
            return sheet.row().leaseAlive();
        }

        public boolean is(String state) {
            return sheet.row().transfer().name().equals(state);
        }

        /** The till's part of it is over: neither passed on nor taken back. */
        public boolean voided() {
            return sheet.row().voiding().done();
        }

        /** The guest was told not to expect it. */
        public boolean ended() {
            return sheet.row().ended();
        }

        public boolean ticked() {
            return is("TRANSFERRED_MANUAL") && !voided();
        }

        /** What was done a moment ago and still holds: nobody types what another unticked meanwhile (I1). */
        public boolean stillDone() {
            return switch (done) {
                case "" -> false;
                case "ticked" -> is("TRANSFERRED_MANUAL");
                case "unticked", "returned" -> free();
                default -> true;
            };
        }

        public boolean paidOnline() {
            return sheet.row().payment().paidOnline();
        }

        public boolean nothingToPay() {
            return sheet.row().payment().nothingToPay();
        }

        /** With one rate for all, naming it on each line only disturbs. */
        public Set<String> rates() {
            Set<String> rates = new TreeSet<>();
            sheet.document().lines().forEach(l -> rates.add(l.vat()));
            return rates;
        }
    }

    @GET
    public View show(
            @PathParam("id") String id,
            @QueryParam("refused") @DefaultValue("") String refused,
            @QueryParam("done") @DefaultValue("") String done,
            @QueryParam("paper") @DefaultValue("") String paper) {
        OrderId order = OrderId.parse(id);
        OrderFinder.Found found = finder.find(order);
        HandoverViews.Sheet sheet = board.sheet(found.scope(), order);
        return View.of(
                OrderSheetPage.class,
                new Shown(
                        sheet,
                        OrderRow.of(sheet.row(), found.site(), clock.instant()),
                        OrderHistoryLine.of(sheet),
                        code(refused),
                        code(done),
                        "slip".equals(paper)));
    }

    private static String code(String given) {
        String code = given.toLowerCase(Locale.ROOT);
        return code.length() <= 40 && code.matches("[a-z-]*") ? code : "";
    }
}
