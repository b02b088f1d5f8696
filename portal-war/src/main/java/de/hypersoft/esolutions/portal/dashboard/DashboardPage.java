package de.hypersoft.esolutions.portal.dashboard;

import de.hypersoft.esolutions.http.Unheeded;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.MailState;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.board.OrderList;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import de.hypersoft.esolutions.retention.GuestRequests;
import de.hypersoft.esolutions.sync.held.DecideHeldLoads;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The first page: answers in five seconds whether anything waits, every till is there, and mail works. */
@RequestScoped
@Path("/")
public class DashboardPage {

    @Inject
    private VisibleLocations visible;

    @Inject
    private OrderList list;

    @Inject
    private ManageTills tills;

    @Inject
    private MailLog mails;

    @Inject
    private OrderCharts charts;

    @Inject
    private DecideHeldLoads loads;

    @Inject
    private GuestRequests guests;

    @Inject
    @ConfigProperty(name = "DB_DRIVER", defaultValue = "h2")
    private String databaseDriver;

    /** What the page shows. */
    public record Board(
            boolean anyTenant,
            long waiting,
            @Nullable Instant oldest,
            boolean late,
            long open,
            long receipts,
            long unbooked,
            long tooOld,
            List<Place> places,
            List<VisibleLocations.Site> held,
            int requests,
            Post post,
            OrderCharts.@Nullable Hours hours,
            OrderCharts.@Nullable Days days,
            boolean embeddedDatabase,
            List<String> unheededProxies) {}

    /** How the mails stand. */
    public record Post(boolean configured, long waiting, long failed) {}

    /** One location with its tills. */
    public record Place(VisibleLocations.Site site, List<ManageTills.View> tills) {}

    @GET
    public View show() {
        return View.of(DashboardPage.class, visible.shown().isEmpty() ? empty() : board());
    }

    private Board empty() {
        Post post = new Post(mails.serverConfigured(), 0, 0);
        return new Board(
                false, 0, null, false, 0, 0, 0, 0, List.of(), List.of(), 0, post, null, null, embedded(), unheeded());
    }

    private Board board() {
        HandoverViews.Page waiting = page(OrderList.Show.WAITING);
        Map<LocationId, Instant> longest = list.waitingLongest(visible.scopeShown());
        Instant since = longest.values().stream().min(Comparator.naturalOrder()).orElse(null);
        return new Board(
                true,
                count(waiting),
                since,
                longest.entrySet().stream().anyMatch(one -> late(one.getKey(), one.getValue())),
                count(page(OrderList.Show.OPEN)),
                count(page(OrderList.Show.RECEIPT_MISSING)),
                count(page(OrderList.Show.UNBOOKED)),
                count(page(OrderList.Show.TOO_OLD)),
                places(),
                held(),
                guests.open(visible.scope()).size(),
                post(),
                charts.hours(),
                charts.days(),
                embedded(),
                unheeded());
    }

    private Post post() {
        Map<MailState, Long> counts =
                mails.counts(visible.scope(), EnumSet.of(MailState.WAITING, MailState.UNDELIVERABLE));
        return new Post(
                mails.serverConfigured(),
                counts.getOrDefault(MailState.WAITING, 0L),
                counts.getOrDefault(MailState.UNDELIVERABLE, 0L));
    }

    private boolean late(LocationId location, Instant since) {
        Instant limit = since.plus(visible.site(location).location().details().unclaimedAfter());
        return !visible.now().isBefore(limit);
    }

    private HandoverViews.Page page(OrderList.Show show) {
        return list.page(visible.scopeShown(), OrderList.Filter.of(show), null, 1);
    }

    private static long count(HandoverViews.Page page) {
        Long total = page.total();
        return total == null ? 0 : total;
    }

    private List<Place> places() {
        List<ManageTills.View> all = tills.tills(visible.scope());
        return visible.shown().stream()
                .map(site -> new Place(
                        site,
                        all.stream()
                                .filter(t -> t.location().equals(site.id()) && t.revokedAt() == null)
                                .toList()))
                .toList();
    }

    /** Where a load of master data waits for somebody to look. */
    private List<VisibleLocations.Site> held() {
        return loads
                .open(visible.shown().stream().map(VisibleLocations.Site::id).toList())
                .stream()
                .map(load -> visible.site(load.location()))
                .toList();
    }

    /** Only hosting staff can do something about it. */
    private List<String> unheeded() {
        return visible.caller().isStaff() ? Unheeded.ofServer() : List.of();
    }

    private boolean embedded() {
        return "h2".equals(databaseDriver);
    }
}
