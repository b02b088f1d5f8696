package de.hypersoft.esolutions.tenancy.hours;

import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.OrderType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One span in which a location takes orders: every week on a weekday, or on one date, which then replaces that date's
 * weekday (a holiday with no span at all is a date window that is closed). A window that closes at or before its
 * opening ends on the next day and belongs to the day it starts on (T20, Fri 11:00-02:00).
 */
@Entity
@Table(schema = "tenancy", name = "opening_window")
public class OpeningWindow {

    @Id
    private UUID id;

    @Column(name = "location_id")
    private UUID location;

    @Enumerated(EnumType.STRING)
    @Column(name = "order_type")
    private @Nullable OrderType orderType;

    private @Nullable Integer weekday;

    @Column(name = "on_date")
    private @Nullable LocalDate date;

    private @Nullable LocalTime opens;
    private @Nullable LocalTime closes;

    @SuppressWarnings("NullAway")
    protected OpeningWindow() {} // JPA

    private OpeningWindow(
            LocationId location,
            @Nullable OrderType type,
            @Nullable DayOfWeek weekday,
            @Nullable LocalDate date,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes) {
        this.id = UUID.randomUUID();
        this.location = location.value();
        this.orderType = type;
        this.weekday = weekday == null ? null : weekday.getValue();
        this.date = date;
        this.opens = opens;
        this.closes = closes;
    }

    /** @param type null for every order type */
    public static OpeningWindow weekly(
            LocationId location, @Nullable OrderType type, DayOfWeek day, LocalTime opens, LocalTime closes) {
        return new OpeningWindow(location, type, day, null, opens, closes);
    }

    /** @param opens null, as {@code closes}, when that date stays closed */
    public static OpeningWindow on(
            LocationId location,
            @Nullable OrderType type,
            LocalDate date,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes) {
        return new OpeningWindow(location, type, null, date, opens, closes);
    }

    public static OpeningWindow of(LocationId location, Span span) {
        return new OpeningWindow(location, span.type(), span.weekday(), span.date(), span.opens(), span.closes());
    }

    public LocationId location() {
        return new LocationId(location);
    }

    public Span span() {
        return new Span(orderType, weekday == null ? null : DayOfWeek.of(weekday), date, opens, closes);
    }

    /** The window as a value, for the pure {@link OpeningHours}. */
    public record Span(
            @Nullable OrderType type,
            @Nullable DayOfWeek weekday,
            @Nullable LocalDate date,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes) {

        /** For every order type, every week. */
        public static Span weekly(DayOfWeek day, LocalTime opens, LocalTime closes) {
            return new Span(null, day, null, opens, closes);
        }
    }
}
