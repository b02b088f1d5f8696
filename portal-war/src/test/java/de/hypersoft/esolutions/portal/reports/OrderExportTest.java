package de.hypersoft.esolutions.portal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.ordering.Channel;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.PaymentMethod;
import de.hypersoft.esolutions.ordering.search.OrderWalk;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.portal.layout.VisibleLocations.Site;
import de.hypersoft.esolutions.reporting.ReadSales.Days;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.LocationView;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderExportTest {

    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Days DAY = new Days(LocalDate.parse("2026-11-05"), LocalDate.parse("2026-11-05"));

    private final TenantView tenant =
            new Tenant("linde", "Zur Linde", Currency.getInstance("EUR"), "#225522", "de", BEGUN).view();

    @Test
    void of_any_number_of_orders_only_some_are_in_memory_at_a_time() {
        Site mitte = site("Mitte", LocalTime.of(6, 0));
        List<String> events = new ArrayList<>();
        OrderExport export = new OrderExport((scope, behind, until, most) -> {
            long before = events.stream().filter(event -> event.equals("row")).count();
            events.add("read");
            int left = (int) Math.min(most, 1_001 - before);
            assertThat(left).isLessThanOrEqualTo(200);
            return IntStream.range(0, left).mapToObj(i -> order(mitte, "Pizza")).toList();
        });

        write(export, List.of(mitte), new Table() {
            @Override
            public void row(List<?> cells) {
                if (!cells.contains("Nummer")) events.add("row");
            }

            @Override
            public void close() {}
        });

        assertThat(events.stream().filter(event -> event.equals("row"))).hasSize(1_001);
        assertThat(events.stream().filter(event -> event.equals("read"))).hasSize(6);
        assertThat(events.subList(0, 203)).startsWith("read", "row").endsWith("row", "read", "row");
    }

    @Test
    void each_location_is_asked_for_its_own_day_and_formulas_of_dishes_are_text() throws IOException {
        Site mitte = site("=Mitte()", LocalTime.of(6, 0));
        Site late = site("Late", LocalTime.of(3, 0));
        List<String> asked = new ArrayList<>();
        OrderExport export = new OrderExport((scope, behind, until, most) -> {
            asked.add(((Scope.Places) scope).locations().size() + " " + behind.placedAt() + " " + until);
            return scope.covers(tenant.id(), mitte.id()) ? List.of(order(mitte, "=cmd|' /C calc'!A0")) : List.of();
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        try (Table table = new CsvTable(out)) {
            write(export, List.of(mitte, late), table);
        }

        assertThat(asked)
                .containsExactly(
                        "1 2026-11-05T05:00:00Z 2026-11-06T05:00:00Z", "1 2026-11-05T02:00:00Z 2026-11-06T02:00:00Z");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .singleElement()
                .isEqualTo(
                        "\"2026-11-05\",\"2026-11-05 13:00:00\",\"'=Mitte()\",\"2026-000001\",\"Abholung durch Gast\",\"Storniert\","
                                + "\"zahlt bei Abholung\",\"2x =cmd|' /C calc'!A0\",23.80,22.24,1.56,0,\"7.00 %: 22.24 + 1.56\",\"EUR\"");
    }

    private void write(OrderExport export, List<Site> sites, Table table) {
        PageModel model = new PageModel(
                PageModel.TEXTS.in("de").orElseThrow(),
                null,
                new PageModel.Session("tag", () -> "token"),
                "/portal",
                BEGUN,
                new PageModel.Surroundings("", List.of(), true, List.of(), List.of()));
        try {
            export.write(model, sites, DAY, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OrderWalk.Stored order(Site site, String dish) {
        Instant at = Instant.parse("2026-11-05T12:00:00Z");
        UUID id = Uuid7.at(at);
        Money total = Money.of(2_380, "EUR");
        OrderDocument.Line line = new OrderDocument.Line(
                1, "101", dish, dish, 2, Money.of(1_190, "EUR"), "7.00", "", List.of(), null, null, total, 0);
        OrderDocument document = new OrderDocument(
                id.toString(),
                "2026-000001",
                at,
                OrderType.PICKUP,
                Channel.WEB,
                null,
                at,
                "linde-mitte",
                new Guest("Anna", "030 12345", "anna@linde.example", "de"),
                null,
                null,
                "",
                List.of(line),
                List.of(),
                null,
                List.of(new OrderDocument.Vat("7.00", "22.24", "1.56", "23.80")),
                total,
                new OrderDocument.Payment(PaymentMethod.AT_PICKUP, OrderDocument.PaymentState.OPEN, Money.of(0, "EUR")),
                "v1",
                null);
        return new OrderWalk.Stored(new OrderId(id), site.id(), at, OrderStatus.CANCELLED, document);
    }

    private Site site(String name, LocalTime cutoff) {
        LocationView view = new Location(
                        tenant.id(),
                        "l" + UUID.randomUUID(),
                        new LocationDetails(
                                name,
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
        return new Site(tenant, view);
    }
}
