package de.hypersoft.esolutions.ordering.click;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.ordering.AwaitsClick;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.limits.OrderLimits;
import de.hypersoft.esolutions.ordering.limits.Sender;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All order requests that wait for a click. */
@ApplicationScoped
public class UnconfirmedOrders {

    private final EntityManager entities;
    private final OrderLimits limits;
    private final Event<DomainEvent> events;

    @Inject
    public UnconfirmedOrders(EntityManager entities, OrderLimits limits, Event<DomainEvent> events) {
        this.entities = entities;
        this.limits = limits;
        this.events = events;
    }

    /**
     * The answer of before, when the same was sent already.
     *
     * @throws Conflict {@code idempotency-key-reused} for another order of a program under the same key; a person's form
     *     may be mended
     */
    public Optional<AwaitsClick> repeated(TenantId tenant, OrderRequest request, Sender sender, Instant now) {
        Optional<Unconfirmed> before = byKey(tenant, request.idempotencyKey()).filter(row -> row.isOpen(now));
        if (before.isEmpty()) return Optional.empty();
        if (before.get().cameFrom(request)) return Optional.of(before.get().awaits());
        if (sender.cart() == null)
            throw new Conflict("idempotency-key-reused", "this idempotency key belongs to another order");
        return Optional.empty();
    }

    /**
     * Keeps it and has a mail written.
     *
     * @throws de.hypersoft.esolutions.kernel.TooMany {@code confirmation-pending} while the last such mail to this mailbox
     *     is too young
     */
    public AwaitsClick keep(Location location, OrderRequest request, Sender sender, Instant now) {
        limits.countAsked(location, request, now);
        Instant until = now.plus(limits.clickWithin()).truncatedTo(ChronoUnit.SECONDS);
        Optional<Unconfirmed> before = byKey(location.tenant(), request.idempotencyKey());
        before.ifPresent(row -> row.ask(request, until));
        Unconfirmed kept = before.orElseGet(() -> new Unconfirmed(location, request, sender, now, until));
        if (before.isEmpty()) entities.persist(kept);
        events.fire(new OrderAwaitsClick(kept.id(), kept.times()));
        return kept.awaits();
    }

    Optional<Unconfirmed> byKey(TenantId tenant, String key) {
        return one("u.tenant = :tenant and u.idempotencyKey = :word", tenant, key);
    }

    Optional<Unconfirmed> bySecret(TenantId tenant, String secret) {
        return one("u.tenant = :tenant and u.secretHash = :word", tenant, Secret.hashOf(secret));
    }

    Optional<Unconfirmed> find(UUID id) {
        return Optional.ofNullable(entities.find(Unconfirmed.class, id));
    }

    /** Those whose time is over, the oldest first. */
    List<Unconfirmed> ended(Instant now, int limit) {
        return entities.createQuery(
                        "select u from Unconfirmed u where u.endsAt <= :now order by u.endsAt, u.id", Unconfirmed.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    List<Unconfirmed> ofMails(TenantId tenant, List<String> mailHashes) {
        return entities.createQuery(
                        "select u from Unconfirmed u where u.tenant = :tenant and u.mailHash in :hashes",
                        Unconfirmed.class)
                .setParameter("tenant", tenant.value())
                .setParameter("hashes", mailHashes)
                .getResultList();
    }

    /** Nothing of it is kept, and the mail about it goes too. */
    void end(Unconfirmed row) {
        entities.remove(row);
        events.fire(new ClickEnded(row.id()));
    }

    private Optional<Unconfirmed> one(String condition, TenantId tenant, String word) {
        return entities.createQuery("select u from Unconfirmed u where " + condition, Unconfirmed.class)
                .setParameter("tenant", tenant.value())
                .setParameter("word", word)
                .getResultStream()
                .findFirst();
    }
}
