package de.hypersoft.esolutions.connector.conformance.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The wishes of the simulated portal to the till; each is handed out until it is done. */
public final class Tasks {

    private final Map<String, Map<String, Object>> asked = new ConcurrentHashMap<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    /** @return its id */
    public String ask(String kind, String orderId) {
        String id = UUID.randomUUID().toString();
        asked.put(id, Map.of("id", id, "kind", kind, "orderId", orderId, "text", "a task of the conformance run"));
        return id;
    }

    public boolean done(String taskId) {
        return done.contains(taskId);
    }

    /** Nobody wishes anything any more. */
    public void dropAll() {
        done.addAll(asked.keySet());
    }

    Answer finish(String taskId) {
        if (!asked.containsKey(taskId)) return Answer.problem(404, "unknown-task", "There is no such task.");
        done.add(taskId);
        return Answer.NOTHING;
    }

    List<Map<String, Object>> open() {
        return asked.entrySet().stream()
                .filter(task -> !done.contains(task.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
