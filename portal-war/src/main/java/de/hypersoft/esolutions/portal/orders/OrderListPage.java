package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.portal.layout.NoTenantPage;
import de.hypersoft.esolutions.portal.layout.Sites;
import de.hypersoft.esolutions.portal.layout.View;
import de.hypersoft.esolutions.pos.HandoverViews;
import de.hypersoft.esolutions.pos.OrderBoard;
import de.hypersoft.esolutions.pos.TillDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All orders by age: what nobody has stands on top, always. */
@RequestScoped
@Path("orders")
public class OrderListPage {

    private static final int PER_PAGE = 50;
    private static final int MOST_WAITING = 200;

    private final OrderBoard board;
    private final TillDesk tills;
    private final Sites sites;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    public OrderListPage() { // RESTEasy looks for it, CDI calls the other
        this(null, null, null, null);
    }

    @Inject
    public OrderListPage(OrderBoard board, TillDesk tills, Sites sites, Clock clock) {
        this.board = board;
        this.tills = tills;
        this.sites = sites;
        this.clock = clock;
    }

    /** What the page shows. */
    public record Listing(
            List<Line> overdue,
            long unbooked,
            long tooOld,
            List<Line> waiting,
            long waitingTotal,
            List<Line> receipts,
            List<Line> rows,
            long total,
            ListQuery query,
            List<Kitchen> kitchens) {
        public long pages() {
            return Math.max(1, (total + PER_PAGE - 1) / PER_PAGE);
        }

        public boolean severalLocations() {
            return kitchens.size() > 1;
        }
    }

    /** @param away since when no till of it that takes orders was heard of; null when one is there or none is paired */
    public record Kitchen(
            Sites.Site site, boolean tillAway, @Nullable Instant away) {}

    @GET
    public View show(@BeanParam ListQuery query) {
        if (sites.tenant().isEmpty()) return NoTenantPage.in("orders");
        HandoverViews.Page unbooked = page(OrderBoard.Show.UNBOOKED, null, "", 1, MOST_WAITING);
        HandoverViews.Page tooOld = page(OrderBoard.Show.TOO_OLD, null, "", 1, MOST_WAITING);
        HandoverViews.Page waiting = page(OrderBoard.Show.WAITING, null, "", 1, MOST_WAITING);
        HandoverViews.Page receipts = page(OrderBoard.Show.RECEIPT_MISSING, null, "", 1, MOST_WAITING);
        HandoverViews.Page rows = page(query.show(), query.day(), query.search(), query.page(), PER_PAGE);
        return View.of(
                OrderListPage.class,
                new Listing(
                        Stream.of(unbooked, tooOld)
                                .flatMap(some -> lines(some).stream())
                                .toList(),
                        unbooked.total(),
                        tooOld.total(),
                        lines(waiting),
                        waiting.total(),
                        lines(receipts),
                        lines(rows),
                        rows.total(),
                        query,
                        kitchens()));
    }

    private HandoverViews.Page page(
            OrderBoard.Show show, @Nullable LocalDate day, String search, int page, int perPage) {
        return board.page(
                sites.scope(),
                new OrderBoard.Filter(show, sites.chosenLocation(), from(day), until(day), search),
                (page - 1) * perPage,
                perPage);
    }

    /** A day begins at the location's cut-off (T39); over several locations the first one's counts. */
    private @Nullable Instant from(@Nullable LocalDate day) {
        if (day == null) return null;
        var location = sites.shown().get(0).location();
        return day.atTime(location.cutoff()).atZone(location.zone()).toInstant();
    }

    private @Nullable Instant until(@Nullable LocalDate day) {
        return day == null ? null : from(day.plusDays(1));
    }

    private List<Line> lines(HandoverViews.Page page) {
        Instant now = clock.instant();
        return page.rows().stream()
                .map(row -> Line.of(row, sites.site(row.location()), now))
                .toList();
    }

    private List<Kitchen> kitchens() {
        List<TillDesk.View> all = tills.tills(sites.scope());
        return sites.shown().stream().map(site -> kitchen(site, all)).toList();
    }

    private static Kitchen kitchen(Sites.Site site, List<TillDesk.View> all) {
        List<TillDesk.View> fetching = all.stream()
                .filter(t -> t.paired() && t.receivesOrders() && t.location().equals(site.id()))
                .toList();
        boolean away = !fetching.isEmpty() && fetching.stream().noneMatch(TillDesk.View::present);
        Instant last = fetching.stream()
                .map(TillDesk.View::lastSeen)
                .filter(java.util.Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return new Kitchen(site, away, last);
    }
}
