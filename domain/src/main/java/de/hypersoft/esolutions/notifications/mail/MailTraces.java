package de.hypersoft.esolutions.notifications.mail;

import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** Takes guests out of the mails to them and of those to locations that name them, alone or among others. */
@ApplicationScoped
public class MailTraces implements GuestTraces {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public MailTraces(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public int erase(List<Of> orders) {
        Instant now = clock.instant();
        List<Mail> mails = about(orders.stream().map(Of::order).toList());
        mails.forEach(mail -> mail.erase(mail.kind().toGuest(), now));
        return mails.size();
    }

    /** A mail that tells of several orders tells of other guests too, so of it only the head is handed out. */
    @Override
    public JsonArray export(Of order) {
        JsonArrayBuilder all = JsonProvider.provider().createArrayBuilder();
        for (Mail mail : about(List.of(order.order()))) {
            MailLog.Entry head = mail.entry();
            all.add(JsonProvider.provider()
                    .createObjectBuilder()
                    .add("kind", head.kind().name())
                    .add("written", head.createdAt().toString())
                    .add("state", head.state().name())
                    .add("recipient", head.recipient())
                    .add("subject", head.subject())
                    .add("text", head.kind().aboutSeveral() ? "" : mail.text().text()));
        }
        return all.build();
    }

    private List<Mail> about(List<UUID> orders) {
        Set<Mail> mails = new LinkedHashSet<>(entities.createQuery(
                        "select m from Mail m where m.about in :orders and m.erasedAt is null order by m.id",
                        Mail.class)
                .setParameter("orders", orders)
                .getResultList());
        mails.addAll(digests(orders));
        return List.copyOf(mails);
    }

    @SuppressWarnings("unchecked")
    private List<Mail> digests(List<UUID> orders) {
        List<Told> told = entities.createNativeQuery(
                        "select distinct x.location_id, x.kind, x.number"
                                + " from notifications.told x where x.order_id in (:orders)",
                        Told.class)
                .setParameter("orders", orders)
                .unwrap(NativeQuery.class)
                .addScalar("location_id", UUID.class)
                .addScalar("kind", String.class)
                .addScalar("number", Integer.class)
                .getResultList();
        return told.stream()
                .flatMap(digest -> entities.createQuery(
                                "select m from Mail m where m.about = :location and m.kind = :kind"
                                        + " and m.episode = :number and m.erasedAt is null",
                                Mail.class)
                        .setParameter("location", digest.location())
                        .setParameter("kind", MailKind.valueOf(digest.kind()).digest())
                        .setParameter("number", digest.number())
                        .getResultStream())
                .toList();
    }

    /** The digest of a location, counted by kind, that told of an order. */
    private record Told(UUID location, String kind, int number) {}
}
