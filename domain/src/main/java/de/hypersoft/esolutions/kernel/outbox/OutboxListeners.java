package de.hypersoft.esolutions.kernel.outbox;

import de.hypersoft.esolutions.kernel.text.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who wants to hear of what; asked once, at the first event. */
@ApplicationScoped
class OutboxListeners {

    private final Iterable<Listener<?>> found;
    private volatile Map<String, Listener<?>> byName = Map.of();

    @Inject
    OutboxListeners(@Any Instance<Listener<?>> found) {
        this.found = found;
    }

    OutboxListeners(List<Listener<?>> found) {
        this.found = found;
    }

    public List<String> namesFor(DomainEvent event) {
        return byName().values().stream()
                .filter(listener -> wants(listener, event))
                .map(Listener::name)
                .sorted()
                .toList();
    }

    private static <E extends DomainEvent> boolean wants(Listener<E> listener, DomainEvent event) {
        return listener.event().isInstance(event)
                && listener.concerns(listener.event().cast(event));
    }

    public Set<String> names() {
        return byName().keySet();
    }

    /** @throws IllegalStateException when this release has no such listener any more; the row waits for the next one */
    public void deliver(String name, List<String> payloads) {
        Listener<?> listener = byName().get(name);
        if (listener == null) throw new IllegalStateException("no listener is named " + name);
        deliver(listener, payloads);
    }

    private static <E extends DomainEvent> void deliver(Listener<E> listener, List<String> payloads) {
        List<E> events = payloads.stream()
                .map(payload -> Json.read(payload, listener.event()))
                .toList();
        if (events.size() == 1) listener.on(events.get(0));
        else listener.onAll(events);
    }

    private Map<String, Listener<?>> byName() {
        if (byName.isEmpty()) {
            Map<String, Listener<?>> names = new HashMap<>();
            for (Listener<?> listener : found)
                if (names.put(listener.name(), listener) != null)
                    throw new IllegalStateException("two listeners are named " + listener.name());
            byName = Map.copyOf(names);
        }
        return byName;
    }
}
