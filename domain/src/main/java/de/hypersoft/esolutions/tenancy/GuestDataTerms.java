package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.kernel.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * For how long a brand keeps what tells who its guests are (Art. 5 (1) e GDPR). Counted from when an order was promised;
 * what tax law needs of the order stays longer and names nobody (T65).
 */
@Embeddable
public class GuestDataTerms {

    /** Ten years, the longest any tax law asks for. */
    public static final int MOST_DAYS = 3_650;

    /** So long after its time an order is shown whole to whoever has its link. */
    private static final Duration SHOWN_WHOLE = Duration.ofDays(1);

    @Column(name = "guest_data_days")
    private int dataDays;

    @Column(name = "guest_link_days")
    private int linkDays;

    protected GuestDataTerms() {} // JPA

    /**
     * @param dataDays days until name, phone, mail address, address and notes are taken out, 1 to 3650
     * @param linkDays days until the link to an order's page ends, 1 to 3650
     * @throws Invalid {@code days-out-of-range} for the field at fault
     */
    public GuestDataTerms(int dataDays, int linkDays) {
        this.dataDays = checked(dataDays, "dataDays");
        this.linkDays = checked(linkDays, "linkDays");
    }

    /** What a brand has that chose nothing. */
    static GuestDataTerms usual() {
        return new GuestDataTerms(90, 30);
    }

    public int dataDays() {
        return dataDays;
    }

    /** Never more than {@link #dataDays}: with the guest's data the link ends too. */
    public int linkDays() {
        return Math.min(linkDays, dataDays);
    }

    /** How much of an order whoever has its link is shown. */
    public enum Link {
        WHOLE,
        /** What was ordered and what it cost, nothing of the guest. */
        LESS,
        ENDED
    }

    /** @param promisedAt when the order could be had */
    public Link link(Instant promisedAt, Instant now) {
        if (!now.isBefore(promisedAt.plus(Duration.ofDays(linkDays())))) return Link.ENDED;
        return now.isBefore(promisedAt.plus(SHOWN_WHOLE)) ? Link.WHOLE : Link.LESS;
    }

    private static int checked(int days, String field) {
        if (days < 1 || days > MOST_DAYS)
            throw new Invalid(
                    "days-out-of-range", field + " lies between 1 and " + MOST_DAYS, field, Map.of("most", MOST_DAYS));
        return days;
    }
}
