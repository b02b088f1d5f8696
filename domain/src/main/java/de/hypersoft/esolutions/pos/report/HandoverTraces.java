package de.hypersoft.esolutions.pos.report;

import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.kernel.database.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes guests out of what was written about the handover of their orders. Receipt numbers, receipts and reasons stay as
 * the tax office wants them, without the guest's words in them.
 */
@ApplicationScoped
public class HandoverTraces implements GuestTraces {

    /** Where people and tills write: table of the model, key of a row, its text. */
    private enum Place {
        RECEIPT_NUMBER("TransferRow", "order", "receiptNumber"),
        RECEIPT_REASON("TransferRow", "order", "receiptReason"),
        REFUSAL("TransferRow", "order", "refusalDetail"),
        MOVE("TransferMove", "id", "detail"),
        TASK("TillTask", "id", "text");

        private final String entity;
        private final String key;
        private final String text;

        Place(String entity, String key, String text) {
            this.entity = entity;
            this.key = key;
            this.text = text;
        }
    }

    private final EntityManager entities;

    @Inject
    public HandoverTraces(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String name() {
        return "handover";
    }

    @Override
    public int erase(List<Of> orders) {
        Map<UUID, Redaction> words = orders.stream().collect(Collectors.toMap(Of::order, Of::words));
        int changed = 0;
        for (Place place : Place.values()) {
            for (Written written : texts(place, words.keySet().stream().toList())) {
                Redaction own = Objects.requireNonNull(words.get(written.order()));
                if (replaced(written.text(), own::of, text -> set(place, written.key(), text))) changed++;
            }
        }
        for (TillEvent event : events(words.keySet().stream().toList()))
            if (event.redact(Objects.requireNonNull(words.get(event.order())))) changed++;
        return changed;
    }

    private static boolean replaced(String text, UnaryOperator<String> redaction, Function<String, Integer> store) {
        String without = redaction.apply(text);
        return !without.equals(text) && store.apply(without) == 1;
    }

    private int set(Place place, UUID key, String text) {
        return entities.createQuery("update " + place.entity + " x set x." + place.text + " = :text where x."
                        + place.key + " = :key")
                .setParameter("text", text)
                .setParameter("key", key)
                .executeUpdate();
    }

    private List<Written> texts(Place place, List<UUID> orders) {
        return entities.createQuery(
                        Projection.of(Written.class, "x.order, x." + place.key + ", x." + place.text) + " from "
                                + place.entity
                                + " x where x.order in :orders and x." + place.text + " is not null and x." + place.text
                                + " <> ''",
                        Written.class)
                .setParameter("orders", orders)
                .getResultList();
    }

    private record Written(UUID order, UUID key, String text) {}

    private List<TillEvent> events(List<UUID> orders) {
        return entities.createQuery(
                        "select e from TillEvent e where e.order in :orders"
                                + " and (e.reason is not null or e.receipt is not null)",
                        TillEvent.class)
                .setParameter("orders", orders)
                .getResultList();
    }

    @Override
    public JsonArray export(Of order) {
        JsonArrayBuilder all = JsonProvider.provider().createArrayBuilder();
        for (Place place : Place.values())
            texts(place, List.of(order.order()))
                    .forEach(written -> all.add(
                            JsonProvider.provider().createObjectBuilder().add(place.text, written.text())));
        for (TillEvent event : events(List.of(order.order()))) {
            JsonObjectBuilder one = JsonProvider.provider()
                    .createObjectBuilder()
                    .add("event", event.type().name());
            add(one, "reason", event.view().reason());
            add(one, "receipt", event.view().receipt());
            all.add(one);
        }
        return all.build();
    }

    private static void add(JsonObjectBuilder to, String name, @Nullable String text) {
        if (text != null) to.add(name, text);
    }
}
