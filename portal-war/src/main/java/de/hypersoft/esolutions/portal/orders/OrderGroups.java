package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.closing.OrdersOfADay;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.pos.board.OrderList;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the order list shows: its groups, each order once, and the kitchens that need a word about them. */
@RequestScoped
public class OrderGroups {

    private static final int PER_PAGE = 50;

    private final OrderList list;
    private final ManageTills tills;
    private final VisibleLocations visible;
    private final Clock clock;

    @Inject
    public OrderGroups(OrderList list, ManageTills tills, VisibleLocations visible, Clock clock) {
        this.list = list;
        this.tills = tills;
        this.visible = visible;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param waiting all orders that nobody has, whatever the page shows of them
     * @param held tags of the lines that the browser has already, see {@link OrderRow#tag}
     */
    public record Listing(List<Group> groups, long waiting, ListQuery query, List<Kitchen> kitchens, Set<String> held) {

        public boolean severalLocations() {
            return kitchens.size() > 1;
        }

        public boolean searching() {
            return !query.search().isEmpty();
        }

        public long found() {
            return groups.stream()
                    .map(Group::total)
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /**
     * A part of the list.
     *
     * @param total null where it is not counted
     * @param first address of its first page when this is a later one
     * @param next address of the page after this one
     * @param urgent how many a person has to decide about, and why
     */
    public record Group(
            OrderGroup of,
            List<OrderRow> lines,
            @Nullable Long total,
            @Nullable String first,
            @Nullable String next,
            Urgent urgent) {

        public boolean ticks() {
            return lines.stream().anyMatch(OrderRow::tickable);
        }

        /** Of all its orders, on this page or not. */
        public long unbooked() {
            return urgent.unbooked();
        }

        public long tooOld() {
            return urgent.tooOld();
        }

        /** More done orders fit than are looked for. */
        public boolean tooMany() {
            return of == OrderGroup.FOUND_DONE && total != null && total >= OrderList.MOST_FOUND;
        }
    }

    /** How many of a group a till took and did not book, and how many are too old. */
    public record Urgent(long unbooked, long tooOld) {
        private static final Urgent NONE = new Urgent(0, 0);
    }

    /** @param away since when no till of it that takes orders was heard of; null when one is there or none is paired */
    public record Kitchen(
            VisibleLocations.Site site,
            boolean tillAway,
            @Nullable Instant away) {}

    public Listing read(ListQuery query, Set<String> held) {
        List<Group> groups =
                query.groups().stream().map(group -> group(group, query)).toList();
        return new Listing(groups, waiting(groups, query), query, kitchens(), held);
    }

    private Group group(OrderGroup group, ListQuery query) {
        HandoverViews.Key after = query.after();
        HandoverViews.Page page = list.page(
                visible.scopeShown(),
                new OrderList.Filter(group.show(), group.without(), placed(query.day()), query.search()),
                after,
                PER_PAGE);
        Instant now = clock.instant();
        return new Group(
                group,
                page.rows().stream()
                        .map(row -> OrderRow.of(row, visible.site(row.location()), now))
                        .toList(),
                page.total(),
                after == null ? null : query.address(group, null),
                page.next() == null ? null : query.address(group, page.next()),
                group.urgent() && !page.rows().isEmpty() ? urgent(group, query, page.total()) : Urgent.NONE);
    }

    private Urgent urgent(OrderGroup group, ListQuery query, @Nullable Long total) {
        long all = total == null ? 0 : total;
        if (group == OrderGroup.UNBOOKED) return new Urgent(all, 0);
        if (group == OrderGroup.TOO_OLD) return new Urgent(0, all);
        Long old = list.page(
                        visible.scopeShown(),
                        new OrderList.Filter(OrderList.Show.TOO_OLD, Set.of(), placed(query.day()), query.search()),
                        null,
                        1)
                .total();
        long tooOld = old == null ? 0 : old;
        return new Urgent(all - tooOld, tooOld);
    }

    /** The orders that wait longest, and those of the newest that wait. */
    public List<OrderRow> waitingEnds() {
        Instant now = clock.instant();
        return Stream.of(OrderList.Show.WAITING, OrderList.Show.OPEN)
                .map(show -> OrderList.Filter.of(show))
                .flatMap(filter -> list.page(visible.scopeShown(), filter, null, PER_PAGE).rows().stream())
                .filter(row -> row.waitingSince() != null)
                .map(row -> OrderRow.of(row, visible.site(row.location()), now))
                .toList();
    }

    private long waiting(List<Group> groups, ListQuery query) {
        Long total = groups.stream()
                .filter(group -> group.of() == OrderGroup.WAITING && query.day() == null)
                .findFirst()
                .map(Group::total)
                .orElseGet(() -> list.page(visible.scopeShown(), OrderList.Filter.of(OrderList.Show.WAITING), null, 1)
                        .total());
        return total == null ? 0 : total;
    }

    private List<OrderList.Placed> placed(@Nullable LocalDate day) {
        return day == null
                ? List.of()
                : OrdersOfADay.at(
                        visible.shown().stream()
                                .map(VisibleLocations.Site::location)
                                .toList(),
                        day);
    }

    private List<Kitchen> kitchens() {
        List<ManageTills.View> all = tills.tills(visible.scope());
        return visible.shown().stream().map(site -> kitchen(site, all)).toList();
    }

    private static Kitchen kitchen(VisibleLocations.Site site, List<ManageTills.View> all) {
        List<ManageTills.View> fetching = all.stream()
                .filter(t -> t.paired() && t.receivesOrders() && t.location().equals(site.id()))
                .toList();
        boolean away = !fetching.isEmpty() && fetching.stream().noneMatch(ManageTills.View::present);
        Instant last = fetching.stream()
                .map(ManageTills.View::lastSeen)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return new Kitchen(site, away, last);
    }
}
