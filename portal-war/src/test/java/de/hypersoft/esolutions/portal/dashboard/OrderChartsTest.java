package de.hypersoft.esolutions.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.ordering.search.OrderFigures;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.LocationView;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderChartsTest {

    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
    private final TenantView tenant =
            new Tenant("linde", "Zur Linde", Currency.getInstance("EUR"), "#225522", "de", BEGUN).view();
    private final LocationView early = location("frueh", LocalTime.of(4, 0));
    private final LocationView late = location("spaet", LocalTime.of(6, 0));

    @Test
    void each_order_counts_for_the_day_of_its_own_location() {
        OrderCharts charts = charts(
                "2026-11-29T11:00:00Z", placed(early, "2026-11-29T04:00:00Z"), placed(late, "2026-11-29T04:00:00Z"));

        List<OrderCharts.Day> days = charts.days().rows();

        assertThat(days.get(6)).satisfies(day -> {
            assertThat(day.date()).isEqualTo(LocalDate.parse("2026-11-29"));
            assertThat(day.orders()).isEqualTo(1);
        });
        assertThat(days.get(5).orders()).isEqualTo(1);
        assertThat(charts.days().orders()).isEqualTo(2);
    }

    @Test
    void on_both_days_of_change_no_order_is_lost_or_counted_twice() {
        for (String day : List.of("2026-10-25", "2027-03-28")) {
            Instant noonBefore = LocalDate.parse(day)
                    .minusDays(1)
                    .atTime(12, 0)
                    .atZone(early.zone())
                    .toInstant();
            Placed[] every = new Placed[40 * 6];
            for (int i = 0; i < every.length; i++)
                every[i] = new Placed(i % 2 == 0 ? early : late, noonBefore.plus(Duration.ofMinutes(10L * i)));
            Instant now = every[every.length - 1].at().plusSeconds(1);
            OrderCharts charts = charts(now.toString(), every);

            assertThat(charts.days().orders()).isEqualTo(every.length);
            long sinceCutoff = Arrays.stream(every)
                    .filter(order -> !order.at().isBefore(begin(order.place(), now)))
                    .count();
            assertThat(charts.hours().now()).as(day).isEqualTo(sinceCutoff);
        }
    }

    @Test
    void the_hours_of_locations_with_different_cutoffs_share_one_clock() {
        OrderCharts charts = charts(
                "2026-11-28T11:30:00Z",
                placed(early, "2026-11-28T11:10:00Z"),
                placed(late, "2026-11-28T11:20:00Z"),
                placed(late, "2026-11-21T11:20:00Z"));

        OrderCharts.Hours hours = charts.hours();

        assertThat(hours.rows()).hasSize(26); // from four to six of the next morning
        assertThat(hours.rows())
                .filteredOn(hour -> hour.label().equals("12:00"))
                .singleElement()
                .satisfies(hour -> {
                    assertThat(hour.orders()).isEqualTo(2);
                    assertThat(hour.weekAgo()).isEqualTo(1);
                });
        assertThat(hours.until()).isEqualTo("13:00");
        assertThat(hours.before()).isEqualTo(1);
    }

    /** The cut-offs lie after the change, so the calendar day tells. */
    private static Instant begin(LocationView place, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, place.zone());
        Instant begin = today.atTime(place.cutoff()).atZone(place.zone()).toInstant();
        return begin.isAfter(now)
                ? today.minusDays(1).atTime(place.cutoff()).atZone(place.zone()).toInstant()
                : begin;
    }

    private record Placed(LocationView place, Instant at) {}

    private static Placed placed(LocationView place, String at) {
        return new Placed(place, Instant.parse(at));
    }

    @SuppressWarnings("NullAway") // what is asked of the two is answered here
    private OrderCharts charts(String now, Placed... orders) {
        VisibleLocations visible = new VisibleLocations(null, null, null, null) {
            @Override
            public Instant now() {
                return Instant.parse(now);
            }

            @Override
            public List<Site> shown() {
                return List.of(new Site(tenant, early), new Site(tenant, late));
            }

            @Override
            public TenantView brand() {
                return tenant;
            }

            @Override
            public Scope scope() {
                return Scope.all(tenant.id());
            }
        };
        OrderFigures counted = new OrderFigures(null) {
            @Override
            public List<Figure> of(Scope scope, List<Span> spans, Instant at) {
                return spans.stream()
                        .map(span -> new Figure(
                                List.of(orders).stream()
                                        .filter(order -> scope.covers(
                                                tenant.id(), order.place().id()))
                                        .filter(order -> !order.at().isBefore(span.from())
                                                && order.at().isBefore(span.until()))
                                        .count(),
                                0))
                        .toList();
            }
        };
        return new OrderCharts(visible, counted);
    }

    private LocationView location(String slug, LocalTime cutoff) {
        return new Location(
                        tenant.id(),
                        slug,
                        new LocationDetails(
                                slug,
                                "Lindenstraße 1",
                                "10969",
                                "Berlin",
                                "DE",
                                "+49 30 1234567",
                                "Linde GmbH",
                                "",
                                ZoneId.of("Europe/Berlin"),
                                cutoff,
                                Set.of(OrderType.PICKUP),
                                20,
                                "kueche@linde.example",
                                null,
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(10),
                                LocationLimits.DEFAULT),
                        BEGUN)
                .view();
    }
}
