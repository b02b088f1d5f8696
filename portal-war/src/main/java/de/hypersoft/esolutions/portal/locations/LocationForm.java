package de.hypersoft.esolutions.portal.locations;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A location's form as it was typed, to be shown again unchanged, and read into the model's types, which refuse. */
public record LocationForm(Map<String, String> values, Set<String> types) {

    private static final Set<String> NUMBERS = Set.of(
            "leadMinutes",
            "unclaimedAfter",
            "secondContactAfter",
            "digestEvery",
            "askBeforeHandover",
            "bookedWithin",
            "heldPercent",
            "heldAtLeast");
    private static final Set<String> EXPLAINED = Set.of(
            "cutoff", "mailTo", "digestEvery", "askBeforeHandover", "bookedWithin", "heldPercent", "heldAtLeast");

    static LocationForm of(MultivaluedMap<String, String> typed) {
        Map<String, String> values = new HashMap<>();
        typed.forEach((name, given) -> values.put(name, given.get(0)));
        return new LocationForm(values, Set.copyOf(typed.getOrDefault("orderTypes", List.of())));
    }

    /** Of a location that is none yet: what most begin with. */
    static LocationForm fresh() {
        Map<String, String> values = new HashMap<>(Map.of(
                "country", "DE",
                "zone", "Europe/Berlin",
                "cutoff", "06:00",
                "leadMinutes", "20",
                "unclaimedAfter", "300",
                "secondContactAfter", "600"));
        limits(LocationLimits.DEFAULT, values);
        return new LocationForm(values, Set.of(OrderType.PICKUP.name()));
    }

    static LocationForm of(LocationDetails d, OpeningHours hours) {
        Map<String, String> values = new HashMap<>(Map.of(
                "name", d.name(),
                "street", d.street(),
                "postcode", d.postcode(),
                "city", d.city(),
                "country", d.country(),
                "phone", d.phone(),
                "legalName", d.legalName(),
                "imprint", d.imprint(),
                "zone", d.zone().getId(),
                "cutoff", d.cutoff().toString()));
        values.put("leadMinutes", String.valueOf(d.leadMinutes()));
        values.put("mailTo", d.mailTo());
        values.put("secondContact", d.secondContact() == null ? "" : d.secondContact());
        values.put("unclaimedAfter", String.valueOf(d.unclaimedAfter().toSeconds()));
        values.put("secondContactAfter", String.valueOf(d.secondContactAfter().toSeconds()));
        limits(d.limits(), values);
        for (DayOfWeek day : DayOfWeek.values()) values.put("hours-" + day, WeeklyHours.text(hours, day));
        return new LocationForm(
                values, Set.copyOf(d.orderTypes().stream().map(Enum::name).toList()));
    }

    private static void limits(LocationLimits limits, Map<String, String> values) {
        values.put("heldPercent", String.valueOf(limits.heldPercent()));
        values.put("heldAtLeast", String.valueOf(limits.heldAtLeast()));
        values.put(
                "askBeforeHandover", String.valueOf(limits.askBeforeHandover().toMinutes()));
        values.put("bookedWithin", String.valueOf(limits.bookedWithin().toMinutes()));
        values.put("digestEvery", String.valueOf(limits.digestEvery().toMinutes()));
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean isNumber(String name) {
        return NUMBERS.contains(name);
    }

    /** Whether a hint stands below the field. */
    public boolean isExplained(String name) {
        return EXPLAINED.contains(name);
    }

    LocationDetails details() {
        return new LocationDetails(
                value("name"),
                value("street"),
                value("postcode"),
                value("city"),
                value("country"),
                value("phone"),
                value("legalName"),
                value("imprint"),
                zone(),
                cutoff(),
                orderTypes(),
                wholeNumber("leadMinutes"),
                value("mailTo").strip(),
                value("secondContact").isBlank() ? null : value("secondContact").strip(),
                Duration.ofSeconds(wholeNumber("unclaimedAfter")),
                Duration.ofSeconds(wholeNumber("secondContactAfter")),
                limits());
    }

    private LocationLimits limits() {
        return new LocationLimits(
                wholeNumber("heldPercent"),
                wholeNumber("heldAtLeast"),
                Duration.ofMinutes(wholeNumber("askBeforeHandover")),
                Duration.ofMinutes(wholeNumber("bookedWithin")),
                Duration.ofMinutes(wholeNumber("digestEvery")));
    }

    List<OpeningWindow.Span> weekly() {
        return WeeklyHours.spans(day -> value("hours-" + day));
    }

    private Set<OrderType> orderTypes() {
        Set<OrderType> result = EnumSet.noneOf(OrderType.class);
        for (OrderType type : OrderType.values()) if (types.contains(type.name())) result.add(type);
        return result;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(value("zone").strip());
        } catch (DateTimeException e) {
            throw new Invalid("unknown-zone", "there is no such time zone", "zone");
        }
    }

    private LocalTime cutoff() {
        try {
            return LocalTime.parse(value("cutoff").strip());
        } catch (DateTimeException e) {
            throw new Invalid("invalid-time-of-day", "a time of day is written 06:00", "cutoff");
        }
    }

    private int wholeNumber(String field) {
        try {
            return Integer.parseInt(value(field).strip());
        } catch (NumberFormatException e) {
            throw new Invalid("not-a-number", "a whole number is needed", field);
        }
    }
}
