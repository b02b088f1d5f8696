package de.hypersoft.esolutions.retention;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Ends the requests of guests who are forgotten: there is nobody left to answer. */
@ApplicationScoped
class RequestTraces implements GuestTraces {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    RequestTraces(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public int erase(List<Of> orders) {
        Instant now = clock.instant();
        List<RequestRow> open = entities.createQuery(
                        "select r from RequestRow r where r.openOrder in :orders", RequestRow.class)
                .setParameter("orders", orders.stream().map(Of::order).toList())
                .getResultList();
        open.forEach(row -> row.answer(Actor.SYSTEM.name(), now));
        return open.size();
    }

    @Override
    public JsonArray export(Of order) {
        JsonArrayBuilder all = JsonProvider.provider().createArrayBuilder();
        entities.createQuery("select r from RequestRow r where r.order = :order order by r.askedAt", RequestRow.class)
                .setParameter("order", order.order())
                .getResultStream()
                .map(RequestRow::view)
                .forEach(request -> all.add(JsonProvider.provider()
                        .createObjectBuilder()
                        .add("wish", request.wish().name())
                        .add("askedAt", request.askedAt().toString())));
        return all.build();
    }
}
