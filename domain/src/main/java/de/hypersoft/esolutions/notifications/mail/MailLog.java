package de.hypersoft.esolutions.notifications.mail;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the portal shows of the mails, and its one button. */
@ApplicationScoped
@Transactional
public class MailLog {

    private final EntityManager entities;
    private final Audit audit;
    private final MailServer server;
    private final Clock clock;

    @Inject
    public MailLog(EntityManager entities, Audit audit, MailServer server, Clock clock) {
        this.entities = entities;
        this.audit = audit;
        this.server = server;
        this.clock = clock;
    }

    /** False when this server has no mail server configured: everything then waits. */
    public boolean serverConfigured() {
        return server.configured();
    }

    /** Newest first. */
    public List<Entry> page(Reach reach, @Nullable MailState state, int offset, int limit) {
        TypedQuery<Mail> query = query(
                "select m", reach, state == null ? "" : " and m.state = :state", Mail.class, " order by m.id desc");
        if (state != null) query.setParameter("state", state);
        return query.setFirstResult(offset)
                .setMaxResults(limit)
                .getResultStream()
                .map(Mail::entry)
                .toList();
    }

    /** How many mails are in each state; every state is named. */
    public Map<MailState, Long> counts(Reach reach) {
        return counts(reach, EnumSet.allOf(MailState.class));
    }

    /** How many mails are in each of these states; each is named. */
    public Map<MailState, Long> counts(Reach reach, Set<MailState> states) {
        Map<MailState, Long> counts = new EnumMap<>(MailState.class);
        for (MailState state : states) counts.put(state, 0L);
        query(
                        Projection.of(Count.class, "m.state, count(m)"),
                        reach,
                        " and m.state in :states",
                        Count.class,
                        " group by m.state")
                .setParameter("states", states)
                .getResultList()
                .forEach(count -> counts.put(count.state(), count.mails()));
        return counts;
    }

    private record Count(MailState state, long mails) {}

    /** All mails about one order, oldest first. */
    public List<Entry> about(Reach reach, UUID order) {
        return query("select m", reach, " and m.about = :about", Mail.class, " order by m.id")
                .setParameter("about", order)
                .getResultStream()
                .map(Mail::entry)
                .toList();
    }

    /** @throws NotFound when there is no such mail, or it is out of reach */
    public Entry entry(Reach reach, UUID id) {
        return get(reach, id).entry();
    }

    public MailText text(Reach reach, UUID id) {
        return get(reach, id).text();
    }

    /** Tries again at once; a mail that was sent stays as it is. */
    public void retry(Reach reach, UUID id, Actor by) {
        Mail mail = get(reach, id);
        mail.retry(clock.instant());
        audit.record(by, mail.tenant(), "mail-retry", id.toString(), "");
    }

    private Mail get(Reach reach, UUID id) {
        Mail mail = entities.find(Mail.class, id);
        if (mail == null || !reach.covers(new TenantId(mail.tenant()), new LocationId(mail.location())))
            throw new NotFound("unknown-mail", "there is no mail " + id);
        return mail;
    }

    /** Only what narrows is asked for: a database reads no index for a condition that may hold for all. */
    private <T> TypedQuery<T> query(String select, Reach reach, String and, Class<T> type, String tail) {
        Objects.requireNonNull(reach);
        TypedQuery<T> query = entities.createQuery(
                select + " from Mail m where 1 = 1" + (reach instanceof Scope ? " and m.tenant = :tenant" : "")
                        + (reach instanceof Scope.Places ? " and m.location in :locations" : "") + and + tail,
                type);
        if (reach instanceof Scope scope)
            query.setParameter("tenant", scope.tenant().value());
        if (reach instanceof Scope.Places places)
            query.setParameter(
                    "locations",
                    places.locations().stream().map(LocationId::value).toList());
        return query;
    }

    /**
     * One mail as it is listed.
     *
     * @param recipient empty when it was a guest who was forgotten
     * @param lastError the reason in the mail server's words
     * @param erased its text is gone, as a guest it names was forgotten
     */
    public record Entry(
            UUID id,
            MailKind kind,
            UUID about,
            UUID location,
            String recipient,
            String subject,
            MailState state,
            int attempts,
            Instant nextTry,
            @Nullable String lastError,
            Instant createdAt,
            @Nullable Instant sentAt,
            boolean erased) {}
}
