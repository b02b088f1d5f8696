package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Whose token is this? Asked on every call of the wire, so a revoked token is dead at once. */
@ApplicationScoped
@Transactional
public class AuthenticateTill {

    private final Tills tills;
    private final Presence presence;

    @SuppressWarnings("NullAway")
    protected AuthenticateTill() { // CDI
        this(null, null);
    }

    @Inject
    AuthenticateTill(Tills tills, Presence presence) {
        this.tills = tills;
        this.presence = presence;
    }

    public Optional<Device> authenticate(String token) {
        Optional<Till> till = tills.byToken(token);
        till.ifPresent(t -> presence.heardOf(t.id()));
        return till.map(t ->
                new Device(t.id(), t.tenant(), t.location(), t.number(), t.name(), t.receivesOrders(), t.headOffice()));
    }

    /** The till that calls. */
    public record Device(
            TillId till,
            TenantId tenant,
            LocationId location,
            int number,
            String name,
            boolean receivesOrders,
            boolean headOffice) {}
}
