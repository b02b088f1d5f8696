package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A device shows the PIN that a manager read from the portal, and becomes that till. */
@ApplicationScoped
@Transactional
public class PairTill {

    private static final Pattern PIN = Pattern.compile("[0-9]{4}-?[0-9]{6}");

    private final Tills tills;
    private final Locations locations;
    private final Presence presence;
    private final EntityManager entities;
    private final Audit audit;
    private final Event<Changed> changes;
    private final Clock clock;

    @Inject
    public PairTill(
            Tills tills,
            Locations locations,
            Presence presence,
            EntityManager entities,
            Audit audit,
            Event<Changed> changes,
            Clock clock) {
        this.tills = tills;
        this.locations = locations;
        this.presence = presence;
        this.entities = entities;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @return empty when the PIN is wrong, used or too old; a wrong try is counted and kept
     * @throws Invalid when the journal's id is none
     */
    public Optional<Paired> pair(String pin, String journalId, String software) {
        if (journalId.isBlank())
            throw new Invalid("required", "journalId is empty; it has 1 to 64 characters", "journalId");
        if (journalId.length() > 64)
            throw new Invalid("too-long", "journalId has more than 64 characters", "journalId", Map.of("limit", 64));
        if (!PIN.matcher(pin).matches()) return Optional.empty();
        Instant now = clock.instant();
        Optional<Pairing> pairing = find(pin.substring(0, 4));
        if (pairing.isEmpty() || !pairing.get().opens(pin.substring(pin.length() - 6), now)) return Optional.empty();
        Till till = tills.get(pairing.get().till());
        Secret token = Secret.fresh();
        till.pair(token.hash(), journalId, software.length() > 80 ? software.substring(0, 80) : software, now);
        entities.remove(pairing.get());
        presence.forget(till.id());
        audit.record(till.actor(), till.tenant().value(), "till-paired", till.name(), software);
        changes.fire(new Changed(
                Changed.What.TILL,
                till.tenant().value(),
                till.location().value(),
                till.id().value()));
        return Optional.of(paired(till, token));
    }

    private Paired paired(Till till, Secret token) {
        return new Paired(
                token.value(),
                till.id().toString(),
                till.number(),
                till.name(),
                locations.get(till.location()).slug(),
                till.receivesOrders(),
                till.headOffice());
    }

    /** Locked: tries at the same moment are counted one after the other, and of two right ones one becomes the till. */
    private Optional<Pairing> find(String selector) {
        return entities.createQuery("select p from Pairing p where p.selector = :selector", Pairing.class)
                .setParameter("selector", selector)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The only time the token is shown. */
    public record Paired(
            String token,
            String tillId,
            int tillNumber,
            String tillName,
            String location,
            boolean receivesOrders,
            boolean headOffice) {}

    /** The answer to a wrong PIN; it does not tell which part was wrong. */
    public static final class WrongPin extends Forbidden {
        public WrongPin() {
            super("wrong-pin", "the PIN is wrong, was used, or has expired");
        }
    }
}
