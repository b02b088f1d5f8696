package de.hypersoft.esolutions.connector.journal;

import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The journal in memory: what all entries, one after the other, amount to. Not safe for several threads. */
final class Contents {

    /** Wishes remembered by key, so that the same one counts once; older ones are long done. */
    private static final int KEYS = 10_000;

    private final Map<String, StoredRow> rows = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Set<String> toldTasks = new LinkedHashSet<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private @Nullable String id;
    private JournalEntry.@Nullable Halted halted;
    private long sequence;

    void add(JournalEntry entry) {
        if (entry instanceof JournalEntry.Identity identity) {
            id = identity.id();
            halted = null;
        } else if (entry instanceof JournalEntry.Sequence next) {
            sequence = Math.max(sequence, next.n());
        } else if (entry instanceof JournalEntry.Halted stop) {
            halted = stop;
        } else if (entry instanceof JournalEntry.Asked asked) {
            tasks.put(asked.task().id(), asked.task());
        } else if (entry instanceof JournalEntry.TaskTold told) {
            toldTasks.add(told.id());
        } else {
            addToRow(entry);
        }
    }

    private void addToRow(JournalEntry entry) {
        if (entry instanceof JournalEntry.Row row) {
            put(changed(row));
        } else if (entry instanceof JournalEntry.Event event) {
            remember(event.key());
            find(event.orderId()).ifPresent(kept -> put(with(kept, event.event())));
        } else if (entry instanceof JournalEntry.Sent sent) {
            find(sent.orderId()).ifPresent(kept -> put(sentUpTo(kept, sent.seq())));
        } else if (entry instanceof JournalEntry.Unsent unsent) {
            find(unsent.orderId()).ifPresent(kept -> put(sentUpTo(kept, 0)));
        }
    }

    /** A wish of a person may have no row or event to show for it; its key counts all the same. */
    private void remember(@Nullable String key) {
        if (key == null) return;
        keys.add(key);
        if (keys.size() > KEYS) keys.remove(keys.iterator().next());
    }

    private void put(StoredRow kept) {
        String orderId = kept.row().orderId();
        rows.put(orderId, kept);
        if (kept.open()) {
            open.add(orderId);
        } else {
            open.remove(orderId);
        }
    }

    private StoredRow changed(JournalEntry.Row entry) {
        StoredRow before = rows.get(entry.orderId());
        boolean ended = entry.state() != State.RECEIVED && entry.state() != State.CONFIRMED;
        var order = entry.order() != null || before == null ? entry.order() : before.order();
        List<StatusEvent> events = before == null ? List.of() : before.events();
        long sent = before == null ? 0 : before.sentUpTo();
        String detail = entry.detail() != null || before == null ? entry.detail() : before.detail();
        return new StoredRow(entry.row(), entry.at(), detail, ended ? null : order, events, sent);
    }

    private static StoredRow with(StoredRow kept, StatusEvent event) {
        List<StatusEvent> events = new ArrayList<>(kept.events());
        events.add(event);
        return new StoredRow(
                kept.row(), kept.changedAt(), kept.detail(), kept.order(), List.copyOf(events), kept.sentUpTo());
    }

    private static StoredRow sentUpTo(StoredRow kept, long seq) {
        return new StoredRow(kept.row(), kept.changedAt(), kept.detail(), kept.order(), kept.events(), seq);
    }

    /** Every CONFIRMED row owes its acknowledgement again: the program was away. */
    void restart() {
        rows.replaceAll((orderId, kept) -> withRow(kept, JournalRules.restarted(kept.row())));
    }

    void interrupt(String orderId) {
        find(orderId).ifPresent(kept -> put(withRow(kept, JournalRules.restarted(kept.row()))));
    }

    private static StoredRow withRow(StoredRow kept, JournalRow row) {
        return new StoredRow(row, kept.changedAt(), kept.detail(), kept.order(), kept.events(), kept.sentUpTo());
    }

    /** Drops rows that ended before the instant, and tasks that the portal knows to be shown. */
    void forget(Instant endedBefore) {
        rows.values()
                .removeIf(
                        kept -> kept.rests() && Instant.parse(kept.changedAt()).isBefore(endedBefore));
        open.retainAll(rows.keySet());
        tasks.keySet().removeAll(toldTasks);
        toldTasks.clear();
    }

    /** The same contents in as few entries as possible, one list per line. */
    List<List<JournalEntry>> snapshot() {
        List<List<JournalEntry>> lines = new ArrayList<>();
        List<JournalEntry> head = new ArrayList<>();
        id().ifPresent(name -> head.add(new JournalEntry.Identity(name)));
        head.add(new JournalEntry.Sequence(sequence));
        halted().ifPresent(head::add);
        lines.add(head);
        untoldTasks().forEach(task -> lines.add(List.of(new JournalEntry.Asked(task))));
        rows.values().forEach(kept -> lines.add(entries(kept)));
        lines.add(List.of(new JournalEntry.Sequence(sequence))); // no row stands in the last line
        return lines;
    }

    private static List<JournalEntry> entries(StoredRow kept) {
        JournalRow row = kept.row();
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(new JournalEntry.Row(
                row.orderId(), row.state(), row.fence(), row.owes(), kept.changedAt(), kept.detail(), kept.order()));
        kept.events().forEach(event -> entries.add(new JournalEntry.Event(row.orderId(), event, null)));
        if (kept.sentUpTo() > 0) entries.add(new JournalEntry.Sent(row.orderId(), kept.sentUpTo(), null));
        return entries;
    }

    Optional<StoredRow> find(String orderId) {
        return Optional.ofNullable(rows.get(orderId));
    }

    List<StoredRow> rows() {
        return List.copyOf(rows.values());
    }

    /** Rows with something left to do or to report; not those that rest since the instant or longer. */
    List<StoredRow> open(Instant restingSince) {
        List<StoredRow> found = open.stream().map(rows::get).toList();
        found.stream()
                .filter(kept -> kept.rests() && Instant.parse(kept.changedAt()).isBefore(restingSince))
                .forEach(kept -> open.remove(kept.row().orderId()));
        return found;
    }

    List<Task> untoldTasks() {
        return tasks.values().stream()
                .filter(task -> !toldTasks.contains(task.id()))
                .toList();
    }

    boolean knowsTask(String taskId) {
        return tasks.containsKey(taskId);
    }

    boolean knowsKey(String key) {
        return keys.contains(key);
    }

    Optional<String> id() {
        return Optional.ofNullable(id);
    }

    Optional<JournalEntry.Halted> halted() {
        return Optional.ofNullable(halted);
    }

    long sequence() {
        return sequence;
    }
}
