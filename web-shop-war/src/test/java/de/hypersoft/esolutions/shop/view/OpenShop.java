package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.text.Formats;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A German shop that takes orders at the hours a test gives it, and its pages. */
public final class OpenShop {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private OpenShop() {}

    public static ShopPage page(Instant now) {
        return new ShopPage(
                ShopPage.TEXTS.german(),
                Formats.GERMAN,
                null,
                location(daily("11:00", "23:00")),
                "",
                "/",
                Optional.empty(),
                now,
                false,
                "",
                null,
                null);
    }

    @SafeVarargs
    public static ShopLocation location(List<OpeningWindow.Span>... spans) {
        return delivering(List.of(), spans);
    }

    /** @param zones it delivers to */
    @SafeVarargs
    public static ShopLocation delivering(List<DeliveryZone.Terms> zones, List<OpeningWindow.Span>... spans) {
        List<OpeningWindow.Span> all = new ArrayList<>();
        for (List<OpeningWindow.Span> some : spans) all.addAll(some);
        LocationDetails details = new LocationDetails(
                "Linde Nord",
                "Nordstraße 1",
                "10969",
                "Berlin",
                "DE",
                "+49 30 1234567",
                "Linde Gastronomie GmbH",
                "",
                BERLIN,
                LocalTime.of(6, 0),
                Set.of(OrderType.PICKUP, OrderType.DELIVERY),
                25,
                "kueche@linde.example",
                null,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                LocationLimits.DEFAULT);
        return new ShopLocation(
                new LocationId(UUID.randomUUID()), "linde-nord", details, new OpeningHours(BERLIN, all), zones);
    }

    public static List<OpeningWindow.Span> daily(String opens, String closes) {
        List<OpeningWindow.Span> spans = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values())
            spans.add(new OpeningWindow.Span(null, day, null, LocalTime.parse(opens), LocalTime.parse(closes)));
        return spans;
    }

    public static List<OpeningWindow.Span> on(String date, String opens, String closes) {
        return List.of(new OpeningWindow.Span(
                null, null, LocalDate.parse(date), LocalTime.parse(opens), LocalTime.parse(closes)));
    }
}
