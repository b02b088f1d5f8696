package de.hypersoft.esolutions.portal.locations;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.hours.SpecialDay;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A single day as it was typed: a date, for which orders, and hours as people write them. */
public class SpecialDayForm {

    @FormParam("date")
    @DefaultValue("")
    private String date = "";

    @FormParam("type")
    @DefaultValue("")
    private String type = "";

    @FormParam("hours")
    @DefaultValue("")
    private String hours = "";

    public SpecialDayForm() {} // JAX-RS

    SpecialDayForm(String date, String type, String hours) {
        this.date = date;
        this.type = type;
        this.hours = hours;
    }

    static SpecialDayForm of(SpecialDay day) {
        return new SpecialDayForm(day.date().toString(), key(day.type()), day.text());
    }

    static String key(@Nullable OrderType type) {
        return type == null ? "" : type.name();
    }

    /** Empty for every kind of order. */
    static @Nullable OrderType orderType(String text) {
        if (text.isEmpty()) return null;
        for (OrderType known : OrderType.values()) if (known.name().equals(text)) return known;
        throw new Invalid("required", "there is no such order type", "type");
    }

    SpecialDay day() {
        return new SpecialDay(localDate(), orderType(type), WeeklyHours.hours(hours, "hours"));
    }

    LocalDate localDate() {
        try {
            return LocalDate.parse(date.strip());
        } catch (DateTimeException e) {
            throw new Invalid(date.isBlank() ? "required" : "invalid-date", "a date is needed", "date");
        }
    }

    public String date() {
        return date;
    }

    public String type() {
        return type;
    }

    public String hours() {
        return hours;
    }
}
