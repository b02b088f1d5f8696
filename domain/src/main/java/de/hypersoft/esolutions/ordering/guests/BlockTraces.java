package de.hypersoft.esolutions.ordering.guests;

import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Takes a guest's words out of the reasons for which guests are blocked; the block itself tells nobody who it is. */
@ApplicationScoped
public class BlockTraces implements GuestTraces {

    private final EntityManager entities;

    @Inject
    public BlockTraces(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String name() {
        return "blocks";
    }

    @Override
    public int erase(List<Of> orders) {
        int changed = 0;
        for (Of order : orders)
            for (BlockedGuest block : blocks(order.order())) {
                block.forget(order.words());
                changed++;
            }
        return changed;
    }

    @Override
    public JsonArray export(Of order) {
        JsonArrayBuilder all = JsonProvider.provider().createArrayBuilder();
        for (BlockedGuest block : blocks(order.order())) {
            GuestBlocks.Block view = block.view();
            all.add(JsonProvider.provider()
                    .createObjectBuilder()
                    .add("since", view.at().toString())
                    .add("until", view.endsAt().toString())
                    .add("reason", view.reason()));
        }
        return all.build();
    }

    private List<BlockedGuest> blocks(UUID order) {
        return entities.createQuery("select b from BlockedGuest b where b.order = :order", BlockedGuest.class)
                .setParameter("order", order)
                .getResultList();
    }
}
