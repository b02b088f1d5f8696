package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.pos.TransferMove;
import de.hypersoft.esolutions.pos.TransferRefused;
import de.hypersoft.esolutions.pos.Transfers;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where managers look after their tills: make one, pair or replace its device, revoke it. */
@ApplicationScoped
@Transactional
public class ManageTills {

    /** A PIN lives so long. */
    public static final Duration PIN_LIFE = Duration.ofMinutes(15);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tills tills;
    private final Transfers transfers;
    private final Locations locations;
    private final Presence presence;
    private final EntityManager entities;
    private final Audit audit;
    private final Event<Changed> changes;
    private final Clock clock;

    @Inject
    public ManageTills(
            Tills tills,
            Transfers transfers,
            Locations locations,
            Presence presence,
            EntityManager entities,
            Audit audit,
            Event<Changed> changes,
            Clock clock) {
        this.tills = tills;
        this.transfers = transfers;
        this.locations = locations;
        this.presence = presence;
        this.entities = entities;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @return the PIN for its first pairing, shown once
     * @throws de.hypersoft.esolutions.kernel.Forbidden {@code all-locations-only}: the head office sends pictures for
     *     all locations, so its device is only for whoever is there for all of them; the same for what follows below
     */
    public Pin add(Scope scope, Actor by, LocationId locationId, String name, Till.Kind kind) {
        entities.find(Location.class, locationId.value(), LockModeType.PESSIMISTIC_WRITE); // one number each
        Location location = locations.get(scope.tenant(), locationId);
        if (!scope.covers(location.tenant(), location.id())) throw new Tills.UnknownTill(name);
        if (kind == Till.Kind.HEAD_OFFICE) scope.requireAll();
        String called = Till.called(name);
        Till till = new Till(
                location.tenant(),
                location.id(),
                tills.nextNumber(location.id().value()),
                called,
                kind,
                clock.instant());
        tills.add(till);
        record(by, till, "till-added", kind.name());
        return pin(till);
    }

    /** A new PIN for a till: its first device, or one that replaces the device it has. */
    public Pin pin(Scope scope, Actor by, TillId id) {
        Till till = mine(scope, id);
        record(by, till, "till-pin", "");
        return pin(till);
    }

    /** The token dies at once; what the till had claimed and not confirmed waits again. */
    public Revoked revoke(Scope scope, Actor by, TillId id) {
        Till till = mine(scope, id);
        Instant now = clock.instant();
        till.revoke(now);
        presence.forget(id);
        List<UUID> claimed = transfers.claimedBy(id);
        for (UUID order : claimed) release(till, order, by, now);
        List<UUID> unbooked = transfers.unbookedBy(id);
        record(
                by,
                till,
                "till-revoked",
                claimed.size() + " released, " + unbooked.size() + " confirmed but not booked");
        return new Revoked(claimed.size(), unbooked);
    }

    /** A person decided that the journal that speaks now is the right one (journal-rolled-back). */
    public void acceptJournal(Scope scope, Actor by, TillId id) {
        Till till = mine(scope, id);
        till.acceptJournal();
        presence.forget(id);
        record(by, till, "till-journal-accepted", "");
    }

    public List<View> tills(Scope scope) {
        return tills.of(scope.tenant()).stream()
                .filter(t -> scope.covers(t.tenant(), t.location()))
                .map(this::view)
                .toList();
    }

    private Till mine(Scope scope, TillId id) {
        Till till = tills.get(scope, id);
        if (till.headOffice()) scope.requireAll();
        return till;
    }

    private void release(Till till, UUID order, Actor by, Instant now) {
        Transfers.Placed placed = new Transfers.Placed(
                order, till.tenant().value(), till.location().value());
        try {
            transfers.move(placed, TransferMove.Move.RELEASE, by, "till revoked", now, t -> t.release(now));
        } catch (TransferRefused alreadyMoved) {
            return;
        }
    }

    private Pin pin(Till till) {
        entities.createQuery("delete from Pairing p where p.till = :till or p.expiresAt < :now")
                .setParameter("till", till.id().value())
                .setParameter("now", clock.instant())
                .executeUpdate();
        Set<String> taken = new HashSet<>(entities.createQuery("select p.selector from Pairing p", String.class)
                .getResultList());
        String selector = digits(4);
        while (taken.contains(selector)) selector = digits(4);
        String pin = digits(6);
        Instant until = clock.instant().plus(PIN_LIFE);
        entities.persist(new Pairing(till.id(), selector, pin, until));
        return new Pin(till.id(), till.number(), till.name(), selector + "-" + pin, until);
    }

    private void record(Actor by, Till till, String action, String detail) {
        audit.record(by, till.tenant().value(), action, till.number() + " " + till.name(), detail);
        changes.fire(new Changed(
                Changed.What.TILL,
                till.tenant().value(),
                till.location().value(),
                till.id().value()));
    }

    private View view(Till till) {
        Instant seen = presence.lastSeen(till.id(), till.lastSeenAt());
        return new View(
                till.id(),
                till.location(),
                till.number(),
                till.name(),
                till.receivesOrders(),
                till.headOffice(),
                till.paired(),
                till.pairedAt(),
                till.revokedAt(),
                seen,
                till.paired() && presence.present(seen),
                till.distrust(),
                till.software());
    }

    private static String digits(int count) {
        StringBuilder result = new StringBuilder(count);
        for (int i = 0; i < count; i++) result.append((char) ('0' + RANDOM.nextInt(10)));
        return result.toString();
    }

    public record Pin(TillId till, int number, String name, String pin, Instant until) {}

    /** @param unbooked ids of orders the till confirmed but never reported booked: somebody must look */
    public record Revoked(int released, List<UUID> unbooked) {}

    /** @param distrust why its calls are refused although it is there; null while they are not */
    public record View(
            TillId id,
            LocationId location,
            int number,
            String name,
            boolean receivesOrders,
            boolean headOffice,
            boolean paired,
            @Nullable Instant pairedAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastSeen,
            boolean present,
            Till.@Nullable Distrust distrust,
            @Nullable String software) {}
}
