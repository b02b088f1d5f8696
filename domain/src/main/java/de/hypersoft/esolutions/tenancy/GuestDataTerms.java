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
 *
 * @param dataDays days until name, phone, mail address, address and notes are taken out, 1 to 3650
 * @param linkDays days until the link to an order's page ends, 1 to 3650; never more than {@code dataDays}, for with the
 *     guest's data the link ends too
 */
@Embeddable
public record GuestDataTerms(
        @Column(name = "guest_data_days") int dataDays,
        @Column(name = "guest_link_days") int linkDays) {

    /** Ten years, the longest any tax law asks for. */
    public static final int MOST_DAYS = 3_650;

    /** So long after its time an order is shown whole to whoever has its link. */
    private static final Duration SHOWN_WHOLE = Duration.ofDays(1);

    /** @throws Invalid {@code days-out-of-range} for the field at fault */
    public GuestDataTerms {
        check(dataDays, "dataDays");
        check(linkDays, "linkDays");
        linkDays = Math.min(linkDays, dataDays);
    }

    /** What a brand has that chose nothing. */
    static GuestDataTerms usual() {
        return new GuestDataTerms(90, 30);
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
        if (!now.isBefore(promisedAt.plus(Duration.ofDays(linkDays)))) return Link.ENDED;
        return now.isBefore(promisedAt.plus(SHOWN_WHOLE)) ? Link.WHOLE : Link.LESS;
    }

    private static void check(int days, String field) {
        if (days < 1 || days > MOST_DAYS)
            throw new Invalid(
                    "days-out-of-range", field + " lies between 1 and " + MOST_DAYS, field, Map.of("most", MOST_DAYS));
    }
}
