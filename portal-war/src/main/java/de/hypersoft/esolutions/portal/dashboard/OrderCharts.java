package de.hypersoft.esolutions.portal.dashboard;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.OrderFigures;
import de.hypersoft.esolutions.portal.layout.Sites;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Tenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * How the day goes, as pictures: orders by hour beside those of the same weekday a week ago, and the last seven days. A
 * day begins at the cut-off of its location (T39); over several locations the first one's counts.
 */
@RequestScoped
public class OrderCharts {

    private static final int DAYS = 7;

    private final Sites sites;
    private final OrderFigures figures;

    @SuppressWarnings("NullAway")
    protected OrderCharts() { // CDI
        this(null, null);
    }

    @Inject
    public OrderCharts(Sites sites, OrderFigures figures) {
        this.sites = sites;
        this.figures = figures;
    }

    /**
     * @param now how many orders today so far
     * @param before how many a week ago, until the end of this hour
     * @param until the end of this hour, as 15:00
     */
    public record Hours(BarChart chart, List<Hour> rows, long now, long before, String until) {}

    /** @param label the hour's beginning, as 14:00 */
    public record Hour(String label, long orders, long weekAgo) {}

    public record Days(BarChart chart, List<Day> rows, long orders, Money turnover) {}

    public record Day(LocalDate date, long orders, Money turnover) {}

    Hours hours() {
        ZonedDateTime begin = begin();
        List<OrderFigures.Span> spans = hoursOf(begin);
        List<OrderFigures.Figure> today = read(spans);
        List<OrderFigures.Figure> weekAgo = read(hoursOf(begin.minusWeeks(1)));
        List<Hour> rows = new ArrayList<>();
        int current = 0;
        for (int i = 0; i < spans.size(); i++) {
            String label =
                    spans.get(i).from().atZone(begin.getZone()).toLocalTime().toString();
            long before = i < weekAgo.size() ? weekAgo.get(i).orders() : 0;
            rows.add(new Hour(label, today.get(i).orders(), before));
            if (!spans.get(i).from().isAfter(sites.now())) current = i;
        }
        return new Hours(
                BarChart.of(
                        rows.stream().map(Hour::label).toList(),
                        rows.stream().map(Hour::orders).toList(),
                        rows.stream().map(Hour::weekAgo).toList()),
                rows,
                rows.stream().mapToLong(Hour::orders).sum(),
                rows.subList(0, current + 1).stream().mapToLong(Hour::weekAgo).sum(),
                spans.get(current).until().atZone(begin.getZone()).toLocalTime().toString());
    }

    Days days() {
        ZonedDateTime begin = begin();
        Tenant tenant = sites.shown().get(0).tenant();
        List<OrderFigures.Span> spans = new ArrayList<>();
        for (int back = DAYS - 1; back >= 0; back--)
            spans.add(new OrderFigures.Span(
                    begin.minusDays(back).toInstant(), begin.minusDays(back - 1).toInstant()));
        List<OrderFigures.Figure> read = read(spans);
        List<Day> rows = new ArrayList<>();
        Money turnover = Money.zero(tenant.currency());
        for (int i = 0; i < DAYS; i++) {
            Money sum = new Money(read.get(i).minor(), tenant.currency());
            turnover = turnover.plus(sum);
            rows.add(new Day(
                    begin.minusDays(DAYS - 1 - i).toLocalDate(), read.get(i).orders(), sum));
        }
        List<Long> counts = rows.stream().map(Day::orders).toList();
        return new Days(
                BarChart.of(rows.stream().map(day -> day.date().toString()).toList(), counts, List.of()),
                rows,
                counts.stream().mapToLong(Long::longValue).sum(),
                turnover);
    }

    private ZonedDateTime begin() {
        Location location = sites.shown().get(0).location();
        ZonedDateTime now = sites.now().atZone(location.zone());
        LocalDate day = now.toLocalTime().isBefore(location.cutoff())
                ? now.toLocalDate().minusDays(1)
                : now.toLocalDate();
        return ZonedDateTime.of(day, location.cutoff(), location.zone());
    }

    /** 23 to 25 of them, as the day is long. */
    private static List<OrderFigures.Span> hoursOf(ZonedDateTime begin) {
        Instant end = begin.plusDays(1).toInstant();
        List<OrderFigures.Span> spans = new ArrayList<>();
        for (Instant from = begin.toInstant(); from.isBefore(end); from = from.plus(Duration.ofHours(1))) {
            Instant until = from.plus(Duration.ofHours(1));
            spans.add(new OrderFigures.Span(from, until.isBefore(end) ? until : end));
        }
        return spans;
    }

    private List<OrderFigures.Figure> read(List<OrderFigures.Span> spans) {
        return figures.of(sites.scope(), sites.chosenLocation(), spans, sites.now());
    }
}
