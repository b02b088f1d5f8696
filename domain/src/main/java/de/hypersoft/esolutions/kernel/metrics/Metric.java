package de.hypersoft.esolutions.kernel.metrics;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every figure that the application tells, with all values that a label may have; where none are given here, they are those
 * of a set that the code bounds, such as routes. No label names a tenant, a location, a till, a host or a person.
 * {@code docs/operations/metrics.md} says of each what is to be done about it.
 */
public enum Metric {
    DATABASE_UP(Kind.GAUGE, "database.up", "", "1 while this node reads its figures from the database, else 0."),
    ORDERS_WAITING(Kind.GAUGE, "orders.waiting", "", "Orders that a till may fetch and none has."),
    ORDERS_OLDEST_UNCLAIMED(
            Kind.GAUGE,
            "orders.oldest.unclaimed.seconds",
            "seconds",
            "How long the oldest order that a till may fetch has waited."),
    ORDERS_TOO_OLD(Kind.GAUGE, "orders.too.old", "", "Orders too old to be handed over before a person decides."),
    ORDERS_UNBOOKED(Kind.GAUGE, "orders.unbooked", "", "Orders that a till acknowledged and has not booked."),
    ORDERS_OLDEST_UNBOOKED(
            Kind.GAUGE,
            "orders.oldest.unbooked.seconds",
            "seconds",
            "How long ago the oldest acknowledged order that is not booked was acknowledged."),
    LOCATIONS_WITHOUT_TILL(
            Kind.GAUGE,
            "locations.waiting.without.till",
            "",
            "Locations whose orders wait while no till of theirs was heard of lately."),
    TILLS(
            Kind.GAUGE,
            "tills",
            "",
            "Paired tills that fetch orders, by how long ago they were heard of last.",
            "heard",
            List.of("30s", "75s", "5m", "1h", "1d", "longer")),
    OUTBOX_EVENTS(
            Kind.GAUGE,
            "outbox.events",
            "",
            "Events that wait to be delivered; refused are those that a listener refused at least once.",
            "state",
            List.of("waiting", "refused")),
    OUTBOX_OLDEST(Kind.GAUGE, "outbox.oldest.seconds", "seconds", "How long the oldest event that waits has waited."),
    MAILS_WAITING(Kind.GAUGE, "mails.waiting", "", "Mails that wait to go out; 0 while no mail server is configured."),
    MAILS_OLDEST(
            Kind.GAUGE, "mails.oldest.seconds", "seconds", "How long the oldest mail that waits to go out has waited."),
    MAILS(
            Kind.COUNTER,
            "mails",
            "",
            "Attempts of this node to send a mail; refused are those that the mail server refuses for good.",
            "result",
            List.of("sent", "failed", "refused")),
    CERTIFICATE_EXPIRY(
            Kind.GAUGE,
            "certificates.next.expiry.seconds",
            "seconds",
            "Until the first of the customers' certificates in service ends; negative after it."),
    CERTIFICATES_EXPIRING(
            Kind.GAUGE, "certificates.expiring", "", "Customers' certificates in service that end within 14 days."),
    DAY_ENDS_OVERDUE(
            Kind.GAUGE, "day.ends.overdue", "", "Locations whose day should have ended 15 minutes ago, and has not."),
    DAY_ENDS_UNPUBLISHED(
            Kind.GAUGE,
            "day.ends.unpublished",
            "",
            "Day ends whose catalogue is not published 15 minutes after they ran."),
    REQUESTS(
            Kind.TIMER,
            "http.requests",
            "seconds",
            "Requests that a web module answered, by the pattern of their address and the class of the answer."),
    DURATIONS(
            Kind.TIMER,
            "http.duration",
            "seconds",
            "How long requests took, until they began to wait on purpose, by the pattern of their address."),
    RATE_LIMITED(
            Kind.COUNTER,
            "rate.limited",
            "",
            "Requests refused since there were too many, by the code that was answered.",
            "code",
            List.of("too-many-requests", "too-many-orders", "confirmation-pending", "too-many-attempts", Metric.OTHER)),
    ADMISSION_OPEN(
            Kind.GAUGE, "admission.open", "", "Requests that are open, those that wait and open pages among them."),
    ADMISSION_WORKING(Kind.GAUGE, "admission.working", "", "Requests that have a worker."),
    ADMISSION_QUEUED(Kind.GAUGE, "admission.queued", "", "Requests that wait for a worker."),
    ADMISSION_AT_ONCE(
            Kind.COUNTER,
            "admission.at.once",
            "",
            "Requests answered from memory by the thread that read them, which count among no other requests."),
    ADMISSION_REFUSED(
            Kind.COUNTER,
            "admission.refused",
            "",
            "Requests that were not let in.",
            "reason",
            List.of("bad-request", "client-share", "no-worker"));

    /** What has no value of its own. */
    public static final String OTHER = "other";

    /** 25 ms is a page from memory, a second what a guest waits for an order, 10 s what nobody waits for. */
    private static final List<Duration> BUCKETS = Stream.of(25, 100, 250, 500, 1_000, 2_500, 10_000)
            .map(Duration::ofMillis)
            .toList();

    private static final String PREFIX = "esolutions.";

    private final Kind kind;
    private final String meter;
    private final String unit;
    private final String description;
    private final String label;
    private final List<String> values;

    Metric(Kind kind, String meter, String unit, String description) {
        this(kind, meter, unit, description, "", List.of());
    }

    Metric(Kind kind, String meter, String unit, String description, String label, List<String> values) {
        this.kind = kind;
        this.meter = meter;
        this.unit = unit;
        this.description = description;
        this.label = label;
        this.values = values;
    }

    /** A GAUGE stands where it stands, a COUNTER only rises, a TIMER is a count, a sum and the longest of late, of some by buckets. */
    public enum Kind {
        GAUGE,
        COUNTER,
        TIMER
    }

    public Kind kind() {
        return kind;
    }

    /** As it is registered, with dots. */
    public String meter() {
        return PREFIX + meter;
    }

    /** As Prometheus shows it; of a timer the common beginning of its series. */
    public String prometheus() {
        String name = meter().replace('.', '_');
        return switch (kind) {
            case GAUGE -> name;
            case COUNTER -> name + "_total";
            case TIMER -> name + "_" + unit;
        };
    }

    /** Empty for a number of things. */
    public String unit() {
        return unit;
    }

    public String description() {
        return description;
    }

    /** Up to which durations requests are counted, so that alerts can ask for a share of them; none for most. */
    public List<Duration> buckets() {
        return this == DURATIONS ? BUCKETS : List.of();
    }

    /** The label whose values are known beforehand; empty where there is none. */
    public String label() {
        return label;
    }

    /** All values of the label; empty where there is none. */
    public List<String> labelValues() {
        return values;
    }
}
