package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a location's part of the file means. Each method reads one part, and refuses it at its place in the file.
 *
 * @param place of the location, such as {@code locations[0]}
 */
record LocationParts(LocationDocument document, String place) {

    /** As the file calls what the model calls otherwise. */
    private static final Map<String, String> MEMBERS = Map.of(
            "unclaimedAfter", "unclaimedAfterSeconds",
            "secondContactAfter", "secondContactAfterSeconds");

    ZoneId zone() {
        return at(".timeZone", () -> ZoneId.of(document.timeZone()));
    }

    LocalTime cutoff() {
        return at(".cutoff", () -> LocalTime.parse(document.cutoff()));
    }

    OrderType orderType(int i) {
        return at(
                ".orderTypes[" + i + "]",
                () -> OrderType.valueOf(document.orderTypes().get(i)));
    }

    LocationDetails details(LocationLimits limits) {
        Set<OrderType> types = new TreeSet<>();
        for (int i = 0; i < document.orderTypes().size(); i++) types.add(orderType(i));
        return details(zone(), cutoff(), types, limits);
    }

    /** With what of it was read before. */
    LocationDetails details(ZoneId zone, LocalTime cutoff, Set<OrderType> types, LocationLimits limits) {
        return DocumentPart.within(
                place,
                field -> MEMBERS.getOrDefault(field, field),
                () -> new LocationDetails(
                        document.name(),
                        document.street(),
                        document.postcode(),
                        document.city(),
                        document.country(),
                        document.phone(),
                        document.legalName(),
                        document.imprint(),
                        zone,
                        cutoff,
                        types,
                        document.leadMinutes(),
                        document.mailTo(),
                        document.secondContact(),
                        Duration.ofSeconds(document.unclaimedAfterSeconds()),
                        Duration.ofSeconds(document.secondContactAfterSeconds()),
                        limits));
    }

    List<OpeningWindow.Span> hours(int i) {
        BrandDocument.Hours hours = document.hours().get(i);
        List<OpeningWindow.Span> spans = new ArrayList<>();
        for (int d = 0; d < hours.days().size(); d++)
            spans.add(new OpeningWindow.Span(orderTypeOfHours(i), day(i, d), null, opens(i), closes(i)));
        return spans;
    }

    @Nullable
    OrderType orderTypeOfHours(int i) {
        @Nullable String type = document.hours().get(i).orderType();
        return type == null ? null : at(hoursAt(i) + ".orderType", () -> OrderType.valueOf(type));
    }

    LocalTime opens(int i) {
        return at(
                hoursAt(i) + ".from",
                () -> LocalTime.parse(document.hours().get(i).from()));
    }

    LocalTime closes(int i) {
        return at(
                hoursAt(i) + ".until",
                () -> LocalTime.parse(document.hours().get(i).until()));
    }

    DayOfWeek day(int i, int d) {
        return at(
                hoursAt(i) + ".days[" + d + "]",
                () -> DayOfWeek.valueOf(document.hours().get(i).days().get(d)));
    }

    List<DeliveryZone.Terms> zones(int i, Currency currency) {
        BrandDocument.Zone zone = document.zones().get(i);
        List<DeliveryZone.Terms> terms = new ArrayList<>();
        for (int p = 0; p < zone.postcodes().size(); p++)
            terms.add(new DeliveryZone.Terms(
                    postcode(i, p), minimum(i, currency), fee(i, currency), freeFrom(i, currency), zone.leadMinutes()));
        return terms;
    }

    Money minimum(int i, Currency currency) {
        return at(
                zoneAt(i) + ".minimum",
                () -> Money.parse(document.zones().get(i).minimum(), currency));
    }

    Money fee(int i, Currency currency) {
        return at(zoneAt(i) + ".fee", () -> Money.parse(document.zones().get(i).fee(), currency));
    }

    @Nullable
    Money freeFrom(int i, Currency currency) {
        @Nullable String free = document.zones().get(i).freeFrom();
        return free == null ? null : at(zoneAt(i) + ".freeFrom", () -> Money.parse(free, currency));
    }

    String postcode(int i, int p) {
        String given = document.zones().get(i).postcodes().get(p);
        return at(zoneAt(i) + ".postcodes[" + p + "]", () -> fitting(given));
    }

    private String fitting(String given) {
        String postcode = Postcode.written(given);
        if (postcode.length() > Postcode.LONGEST
                || !Postcode.of(postcode, document.country()).fits())
            throw new Invalid(
                    "invalid-postcode", given + " is no postcode there", "postcodes", Map.of("postcode", given));
        return postcode;
    }

    private static String hoursAt(int i) {
        return ".hours[" + i + "]";
    }

    private static String zoneAt(int i) {
        return ".zones[" + i + "]";
    }

    private <T> T at(String part, Supplier<T> read) {
        return DocumentPart.at(place + part, read);
    }
}
