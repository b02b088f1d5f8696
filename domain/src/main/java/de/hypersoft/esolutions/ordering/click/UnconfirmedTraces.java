package de.hypersoft.esolutions.ordering.click;

import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Order requests of the same guest that wait for a click: they end by themselves within minutes, or with the guest. */
@ApplicationScoped
public class UnconfirmedTraces implements GuestTraces {

    private final EntityManager entities;
    private final UnconfirmedOrders unconfirmed;

    @Inject
    public UnconfirmedTraces(EntityManager entities, UnconfirmedOrders unconfirmed) {
        this.entities = entities;
        this.unconfirmed = unconfirmed;
    }

    @Override
    public String name() {
        return "unconfirmed-orders";
    }

    @Override
    public int erase(List<Of> orders) {
        Map<UUID, List<UUID>> byTenant = orders.stream()
                .collect(Collectors.groupingBy(Of::tenant, Collectors.mapping(Of::order, Collectors.toList())));
        int ended = 0;
        for (Map.Entry<UUID, List<UUID>> each : byTenant.entrySet()) {
            List<Unconfirmed> rows = rows(each.getKey(), each.getValue());
            rows.forEach(unconfirmed::end);
            ended += rows.size();
        }
        return ended;
    }

    @Override
    public JsonArray export(Of order) {
        JsonArrayBuilder all = JsonProvider.provider().createArrayBuilder();
        rows(order.tenant(), List.of(order.order())).stream()
                .filter(row -> !row.isPlaced())
                .forEach(row -> all.add(Json.read(Json.write(row.request()), JsonObject.class)));
        return all.build();
    }

    private List<Unconfirmed> rows(UUID tenant, List<UUID> orders) {
        List<String> mails = entities.createQuery(
                        "select distinct o.searchMail from Order o where o.id in :orders and o.searchMail <> ''",
                        String.class)
                .setParameter("orders", orders)
                .getResultList();
        if (mails.isEmpty()) return List.of();
        return unconfirmed.ofMails(
                new TenantId(tenant), mails.stream().map(Unconfirmed::mailHash).toList());
    }
}
