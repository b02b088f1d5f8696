package de.hypersoft.esolutions.portal.reports;

import de.hypersoft.esolutions.closing.BusinessDay;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.reporting.Dimension;
import de.hypersoft.esolutions.reporting.ReadSales;
import de.hypersoft.esolutions.reporting.ReadSales.Days;
import de.hypersoft.esolutions.reporting.ReadSales.Row;
import de.hypersoft.esolutions.reporting.Sum;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what a report is asked for, of the locations that are shown, beside what it is compared with. */
@RequestScoped
public class SalesReport {

    /** So many days are shown one by one, those without sales too; of more the chart shows months. */
    static final int EACH_DAY = 62;

    private final VisibleLocations visible;
    private final ReadSales sales;

    @Inject
    public SalesReport(VisibleLocations visible, ReadSales sales) {
        this.visible = visible;
        this.sales = sales;
    }

    /**
     * @param label its name, of dishes, options and locations
     * @param before of the days that are compared with
     */
    public record Line(String item, String label, Sum sum, Sum before) {}

    /**
     * @param before the days that {@code days} are compared with
     * @param lost what was rejected or cancelled and is in no sum
     * @param behind until when orders of the past are counted; empty once all are
     */
    public record Report(
            Dimension by,
            Days days,
            Days before,
            boolean running,
            Sum sum,
            Sum sumBefore,
            List<Line> lines,
            List<Row> lost,
            Optional<Instant> behind) {

        /** Whether the chart has a bar for each month. */
        public boolean monthly() {
            return by == Dimension.DAY && ChronoUnit.DAYS.between(days.from(), days.until()) >= EACH_DAY;
        }

        /** What the bars of the chart show: the lines, or the sums of their months. */
        List<Line> bars() {
            if (!monthly()) return lines;
            Map<String, Line> months = new LinkedHashMap<>();
            for (Line line : lines) {
                String first = line.item().substring(0, 7) + "-01";
                months.merge(
                        first,
                        new Line(first, "", line.sum(), line.before()),
                        (one, more) -> new Line(
                                first,
                                "",
                                one.sum().plus(more.sum()),
                                one.before().plus(more.before())));
            }
            return List.copyOf(months.values());
        }
    }

    /** The business day that runs; the latest when the locations' days change at different hours. */
    LocalDate today() {
        return visible.shown().stream()
                .map(VisibleLocations.Site::location)
                .map(place -> BusinessDay.of(visible.now(), place.zone(), place.cutoff())
                        .date())
                .max(LocalDate::compareTo)
                .orElseGet(() -> LocalDate.ofInstant(visible.now(), ZoneOffset.UTC));
    }

    Report read(ReportQuery query) {
        Scope scope = visible.scopeShown();
        LocalDate today = today();
        Days days = query.days(today);
        Days before = query.before(days);
        return new Report(
                query.by(),
                days,
                before,
                !days.until().isBefore(today),
                sales.sold(scope, days),
                sales.sold(scope, before),
                named(lines(
                        query.by(),
                        sales.by(query.by(), scope, days),
                        sales.by(query.by(), scope, before),
                        days,
                        before)),
                sales.lost(scope, days),
                sales.behind());
    }

    /**
     * Each item beside itself in the days that are compared with; days beside the one as many days after the first. By time
     * where there is one, else what sold most comes first.
     */
    static List<Line> lines(Dimension by, List<Row> sold, List<Row> compared, Days days, Days before) {
        Map<String, Row> now = byItem(sold);
        Map<String, Row> then = byItem(compared);
        if (by == Dimension.DAY) return days(now, then, days, before);
        List<String> items = new ArrayList<>(now.keySet());
        then.keySet().stream().filter(item -> !now.containsKey(item)).forEach(items::add);
        if (by == Dimension.WEEKDAY && !items.isEmpty())
            items = IntStream.rangeClosed(1, 7).mapToObj(String::valueOf).toList();
        List<Line> lines = items.stream()
                .map(item -> line(item, now.get(item), then.get(item)))
                .toList();
        Comparator<Line> order = by.timely() || by == Dimension.RATE
                ? Comparator.comparing(Line::item)
                : Comparator.comparing((Line line) -> line.sum().gross()).reversed();
        return lines.stream().sorted(order.thenComparing(Line::item)).toList();
    }

    /** The first day beside the first, and so on. */
    private static List<Line> days(Map<String, Row> now, Map<String, Row> then, Days days, Days before) {
        boolean each = ChronoUnit.DAYS.between(days.from(), days.until()) < EACH_DAY;
        return days.from()
                .datesUntil(days.until().plusDays(1))
                .map(day -> {
                    LocalDate beside = before.from().plusDays(ChronoUnit.DAYS.between(days.from(), day));
                    Row compared = beside.isAfter(before.until()) ? null : then.get(beside.toString());
                    return line(day.toString(), now.get(day.toString()), compared);
                })
                .filter(line ->
                        each || !line.sum().equals(Sum.NONE) || !line.before().equals(Sum.NONE))
                .toList();
    }

    /** Locations are known by their ids. */
    private List<Line> named(List<Line> lines) {
        Map<String, String> names = visible.shown().stream()
                .collect(Collectors.toMap(site -> site.id().toString(), VisibleLocations.Site::name));
        return lines.stream()
                .map(line ->
                        new Line(line.item(), names.getOrDefault(line.item(), line.label()), line.sum(), line.before()))
                .toList();
    }

    private static Line line(String item, @Nullable Row now, @Nullable Row then) {
        Row named = now == null ? then : now;
        String label = named == null ? "" : named.label();
        return new Line(item, label, now == null ? Sum.NONE : now.sum(), then == null ? Sum.NONE : then.sum());
    }

    private static Map<String, Row> byItem(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(Row::item, row -> row, (one, other) -> one, LinkedHashMap::new));
    }
}
