package de.hypersoft.esolutions.kernel.audit;

import de.hypersoft.esolutions.kernel.outbox.OutboxRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Takes guests out of the log of privileged acts and out of the outbox. Who did what and when stays in the log, and so
 * does the reason, without the guest's words in it.
 */
@ApplicationScoped
public class LogTraces implements GuestTraces {

    private final EntityManager entities;

    @Inject
    public LogTraces(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String name() {
        return "acts";
    }

    @Override
    public int erase(List<Of> orders) {
        int changed = 0;
        for (Of order : orders) {
            for (AuditEntry entry : entries(order)) if (entry.redact(order.words())) changed++;
            changed += told(order);
        }
        return changed;
    }

    /** What was delivered is over; what still waits goes on without the guest's words. */
    private int told(Of order) {
        int gone = entities.createQuery("delete from OutboxRow r where r.aggregate = :order and r.doneAt is not null")
                .setParameter("order", order.order().toString())
                .executeUpdate();
        return gone
                + (int) entities
                        .createQuery("select r from OutboxRow r where r.aggregate = :order", OutboxRow.class)
                        .setParameter("order", order.order().toString())
                        .getResultList()
                        .stream()
                        .filter(row -> row.redact(order.words()))
                        .count();
    }

    @Override
    public JsonArray export(Of order) {
        JsonArrayBuilder acts = JsonProvider.provider().createArrayBuilder();
        for (AuditEntry entry : entries(order)) {
            Audit.Line line = entry.line(null);
            acts.add(JsonProvider.provider()
                    .createObjectBuilder()
                    .add("at", line.at().toString())
                    .add("action", line.action())
                    .add("detail", line.detail()));
        }
        return acts.build();
    }

    private List<AuditEntry> entries(Of order) {
        return entities.createQuery(
                        "select e from AuditEntry e where e.tenant = :tenant and e.subject in :subjects order by e.id",
                        AuditEntry.class)
                .setParameter("tenant", order.tenant())
                .setParameter("subjects", List.of(order.number(), order.order().toString()))
                .getResultList();
    }
}
