package de.hypersoft.esolutions.acme;

import de.hypersoft.esolutions.acme.authority.AcmeFailure;
import de.hypersoft.esolutions.acme.authority.ChallengeKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The automatic certificate of one host as the portal shows it.
 *
 * @param row what is stored; null while nobody ever allowed it
 * @param until when the automatic certificate ends that is served or held ready; null when there is none
 * @param renewal when it is renewed, or obtained behind an uploaded one; null when that is not known
 */
public record AutomaticView(
        Standing standing,
        @Nullable Row row,
        @Nullable Instant until,
        @Nullable Instant renewal) {

    /** In words of the trade. */
    public enum Standing {
        /** This installation has no authority. */
        SWITCHED_OFF,
        NOT_ALLOWED,
        /** Allowed; the uploaded certificate is young, so none is needed yet. */
        RESTING,
        WAITING_DNS,
        ORDERING,
        PROVING,
        FAILED,
        /** Behind the uploaded one. */
        READY,
        SERVING
    }

    /**
     * @param challenge by which the authority is to be convinced now
     * @param reason a code of {@link AcmeFailure}; empty when nothing is wrong
     * @param detail the authority's own words
     * @param failures in a row
     * @param limitedUntil the authority does not want to hear of it before
     * @param triedAt when a person asked for it last
     */
    public record Row(
            @Nullable Instant allowedSince,
            AutomaticPhase phase,
            Instant since,
            ChallengeKind challenge,
            String reason,
            String detail,
            int failures,
            Instant nextAt,
            @Nullable Instant limitedUntil,
            @Nullable Instant triedAt) {}

    public boolean allowed() {
        return row != null && row.allowedSince() != null;
    }
}
