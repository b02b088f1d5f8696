package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.tenancy.hours.Pause;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the portal shows of a location.
 *
 * @param emergencySince null when it is not in emergency mode
 * @param emergencyBy who switched that on
 * @param pause the one that was begun last, whether it is on or over
 */
public record LocationView(
        LocationId id,
        TenantId tenant,
        String slug,
        LocationDetails details,
        @Nullable Instant emergencySince,
        @Nullable String emergencyBy,
        @Nullable Pause pause) {

    public String name() {
        return details.name();
    }

    public ZoneId zone() {
        return details.zone();
    }

    public LocalTime cutoff() {
        return details.cutoff();
    }

    public LocationLimits limits() {
        return details.limits();
    }

    public boolean inEmergency() {
        return emergencySince != null;
    }

    public Optional<Pause> pauseAt(Instant now) {
        return Optional.ofNullable(pause).filter(begun -> begun.isOn(now));
    }
}
