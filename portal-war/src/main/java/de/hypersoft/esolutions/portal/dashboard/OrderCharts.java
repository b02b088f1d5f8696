package de.hypersoft.esolutions.portal.dashboard;

import de.hypersoft.esolutions.closing.BusinessDay;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.WallTime;
import de.hypersoft.esolutions.ordering.search.OrderFigures;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.LocationView;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the day goes, as pictures: orders by hour beside those of the same weekday a week ago, and the last seven days. A
 * day begins at the cut-off of its location (T39): over several locations each order counts for the day of its own.
 */
@RequestScoped
public class OrderCharts {

    private static final int DAYS = 7;

    private final VisibleLocations visible;
    private final OrderFigures figures;

    @Inject
    public OrderCharts(VisibleLocations visible, OrderFigures figures) {
        this.visible = visible;
        this.figures = figures;
    }

    /**
     * @param now how many orders today so far
     * @param before how many a week ago, until the end of this hour
     * @param until the end of this hour, as 15:00
     */
    public record Hours(BarChart chart, List<Hour> rows, long now, long before, String until) {}

    /** @param label the hour's beginning, as 14:00; in autumn one comes twice */
    public record Hour(String label, WallTime.Passing passing, long orders, long weekAgo) {}

    public record Days(BarChart chart, List<Day> rows, long orders, Money turnover) {}

    public record Day(LocalDate date, long orders, Money turnover) {}

    Hours hours() {
        SortedMap<Clock, long[]> sums = new TreeMap<>();
        for (Cutoff shared : cutoffs()) {
            BusinessDay today = shared.today(visible.now());
            add(sums, shared, today, 0, 0);
            add(sums, shared, shared.on(today.date().minusWeeks(1)), 1, 7);
        }
        List<Hour> rows = sums.entrySet().stream()
                .map(hour -> new Hour(
                        hour.getKey().label(), hour.getKey().passing(), hour.getValue()[0], hour.getValue()[1]))
                .toList();
        Clock current = Clock.of(visible.now(), cutoffs().get(0).zone());
        int passed = (int) sums.keySet().stream()
                .filter(hour -> hour.compareTo(current) <= 0)
                .count();
        return new Hours(
                BarChart.of(
                        rows.stream().map(Hour::label).toList(),
                        rows.stream().map(Hour::orders).toList(),
                        rows.stream().map(Hour::weekAgo).toList()),
                rows,
                rows.stream().mapToLong(Hour::orders).sum(),
                rows.subList(0, passed).stream().mapToLong(Hour::weekAgo).sum(),
                current.next().label());
    }

    private void add(SortedMap<Clock, long[]> sums, Cutoff shared, BusinessDay day, int column, int daysLater) {
        List<OrderFigures.Span> spans = hoursOf(day, shared.zone());
        List<OrderFigures.Figure> figures = read(shared, spans);
        for (int i = 0; i < spans.size(); i++) {
            Clock hour = Clock.of(spans.get(i).from(), shared.zone()).later(daysLater);
            sums.computeIfAbsent(hour, key -> new long[2])[column] +=
                    figures.get(i).orders();
        }
    }

    Days days() {
        TenantView tenant = visible.brand();
        LocalDate today = cutoffs().stream()
                .map(shared -> shared.today(visible.now()).date())
                .max(LocalDate::compareTo)
                .orElseThrow();
        List<LocalDate> dates =
                today.minusDays(DAYS - 1).datesUntil(today.plusDays(1)).toList();
        long[] orders = new long[DAYS];
        long[] minor = new long[DAYS];
        for (Cutoff shared : cutoffs()) {
            List<OrderFigures.Figure> read = read(
                    shared,
                    dates.stream().map(shared::on).map(OrderCharts::span).toList());
            for (int i = 0; i < DAYS; i++) {
                orders[i] += read.get(i).orders();
                minor[i] += read.get(i).minor();
            }
        }
        List<Day> rows = new ArrayList<>();
        Money turnover = Money.zero(tenant.currency());
        for (int i = 0; i < DAYS; i++) {
            Money sum = new Money(minor[i], tenant.currency());
            turnover = turnover.plus(sum);
            rows.add(new Day(dates.get(i), orders[i], sum));
        }
        List<Long> counts = rows.stream().map(Day::orders).toList();
        return new Days(
                BarChart.of(rows.stream().map(day -> day.date().toString()).toList(), counts, List.of()),
                rows,
                counts.stream().mapToLong(Long::longValue).sum(),
                turnover);
    }

    /** The locations shown, those that share zone and cut-off together: their days begin at the same instants. */
    private List<Cutoff> cutoffs() {
        Map<List<Object>, List<LocationView>> same = visible.shown().stream()
                .map(VisibleLocations.Site::location)
                .collect(Collectors.groupingBy(
                        l -> List.of(l.zone(), l.cutoff()), LinkedHashMap::new, Collectors.toList()));
        return same.values().stream().map(Cutoff::new).toList();
    }

    private record Cutoff(List<LocationView> locations) {
        ZoneId zone() {
            return locations.get(0).zone();
        }

        BusinessDay today(Instant now) {
            return BusinessDay.of(now, zone(), locations.get(0).cutoff());
        }

        BusinessDay on(LocalDate date) {
            return BusinessDay.on(date, zone(), locations.get(0).cutoff());
        }
    }

    /** An hour as the clock on the wall shows it; in autumn one comes twice. */
    private record Clock(LocalDateTime hour, WallTime.Passing passing) implements Comparable<Clock> {

        static Clock of(Instant at, ZoneId zone) {
            return new Clock(
                    at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.HOURS), WallTime.passing(at, zone));
        }

        Clock next() {
            return new Clock(hour.plusHours(1), WallTime.Passing.ONLY);
        }

        Clock later(int days) {
            return new Clock(hour.plusDays(days), passing);
        }

        String label() {
            return hour.toLocalTime().toString();
        }

        @Override
        public int compareTo(Clock other) {
            return Comparator.comparing(Clock::hour)
                    .thenComparing(Clock::passing)
                    .compare(this, other);
        }
    }

    /** From full hour to full hour, the first and last shorter when the cut-off is none; 23 to 25 as the day is long. */
    private static List<OrderFigures.Span> hoursOf(BusinessDay day, ZoneId zone) {
        List<OrderFigures.Span> spans = new ArrayList<>();
        Instant from = day.begins();
        while (from.isBefore(day.ends())) {
            Instant until =
                    from.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
            if (until.isAfter(day.ends())) until = day.ends();
            spans.add(new OrderFigures.Span(from, until));
            from = until;
        }
        return spans;
    }

    private static OrderFigures.Span span(BusinessDay day) {
        return new OrderFigures.Span(day.begins(), day.ends());
    }

    /** Only of locations that the caller sees: {@link VisibleLocations#shown}. */
    private List<OrderFigures.Figure> read(Cutoff shared, List<OrderFigures.Span> spans) {
        Set<LocationId> these =
                shared.locations().stream().map(LocationView::id).collect(Collectors.toSet());
        Scope within = Scope.only(visible.scope().tenant(), these);
        return figures.of(within, spans, visible.now());
    }
}
