package de.hypersoft.esolutions.reporting;

/** By what a report splits the sales. */
public enum Dimension {
    /** Items are dates, 2026-12-01. */
    DAY(Kind.DAY, "business_date"),
    /** Items are the hours 00 to 23 on the clock at the location. */
    HOUR(Kind.HOUR, "item"),
    /** Items are 1, Monday, to 7, of the business day. */
    WEEKDAY(Kind.DAY, "business_date"),
    DISH(Kind.DISH, "item"),
    OPTION(Kind.OPTION, "item"),
    /** Items are rates in percent, 7.00. */
    RATE(Kind.RATE, "item"),
    PAYMENT(Kind.PAYMENT, "item"),
    TYPE(Kind.TYPE, "item"),
    /** Items are ids of locations. */
    LOCATION(Kind.DAY, "location_id"),
    /** Items are those of {@link GuestKind}. */
    GUEST(Kind.GUEST, "item");

    private final Kind kind;
    private final String column;

    Dimension(Kind kind, String column) {
        this.kind = kind;
        this.column = column;
    }

    Kind kind() {
        return kind;
    }

    /** What its items are read from. */
    String column() {
        return column;
    }

    /** Of dishes and options an order says what they cost, and its taxes only as a whole. */
    public boolean taxed() {
        return this != DISH && this != OPTION;
    }

    /** Whether its items follow each other in time, and are shown in that order. */
    public boolean timely() {
        return this == DAY || this == HOUR || this == WEEKDAY;
    }
}
