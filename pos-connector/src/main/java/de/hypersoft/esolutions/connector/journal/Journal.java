package de.hypersoft.esolutions.connector.journal;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.disk.AppendLog;
import de.hypersoft.esolutions.connector.disk.FolderLock;
import de.hypersoft.esolutions.connector.disk.Framing;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The till's memory on disk. A change is on the disk before it is in memory, and in memory before anybody is told.
 * Every method may be called from any thread. When the disk refuses, {@link IOException} goes up and the program has to
 * stop: a till that can not remember must not acknowledge.
 */
public final class Journal implements AutoCloseable {

    /** Name of the file in the data folder. */
    public static final String FILE = "journal.log";

    /** How long the journal remembers rows that have ended, against a late second offer; the till core never forgets. */
    private static final Duration MEMORY = Duration.ofDays(90);

    /** Numbers reserved beyond the one that is used. */
    private static final long SPARE = 1;

    private static final long SMALL = 8L * 1024 * 1024;

    private final FolderLock lock;
    private final AppendLog log;
    private final Contents contents;
    private final Clock clock;
    private long sequence;
    private long tidyAt = SMALL;

    private Journal(FolderLock lock, AppendLog log, Contents contents, Clock clock) {
        this.lock = lock;
        this.log = log;
        this.contents = contents;
        this.clock = clock;
        this.sequence = contents.sequence();
    }

    /** Opens the journal of a data folder, alone; begins one when there is none. */
    public static Journal open(Path folder, Clock clock) throws IOException {
        FolderLock lock = FolderLock.take(folder, "journal.lock");
        try {
            AppendLog.Opened opened = AppendLog.open(folder.resolve(FILE), Framing.CHECKED);
            Journal journal = new Journal(lock, opened.log(), contents(opened.lines()), clock);
            journal.begin();
            return journal;
        } catch (IOException failed) {
            lock.close();
            throw failed;
        }
    }

    /** A journal that another process may be writing. */
    public static Seen look(Path folder) throws IOException {
        return seen(contents(AppendLog.read(folder.resolve(FILE), Framing.CHECKED)));
    }

    public synchronized Seen seen() {
        return seen(contents);
    }

    private static Seen seen(Contents contents) {
        return new Seen(contents.rows(), contents.halted());
    }

    /** The journal's name, made once; a person who pairs the till anew gives it a new one. */
    public synchronized String id() {
        return contents.id().orElseThrow();
    }

    /**
     * A number higher than any used before. What is on disk before it is returned reserves this number and the next one:
     * whether the file's last line is lost or not, a start goes on above all numbers that were used. The block is as
     * short as that allows: a backup that is older than one block goes unnoticed by nobody (journal-rolled-back).
     */
    public synchronized long nextSequence() throws IOException {
        long next = sequence + 1;
        append(List.of(new JournalEntry.Sequence(next + SPARE)));
        sequence = next;
        return next;
    }

    /** Whether any request ever carried this journal's name. */
    public synchronized boolean used() {
        return sequence > 0 || contents.sequence() > SPARE;
    }

    public synchronized Optional<StoredRow> find(String orderId) {
        return contents.find(orderId);
    }

    /** All rows, oldest first. */
    public synchronized List<StoredRow> rows() {
        return contents.rows();
    }

    /** Rows with something left to do or to report, oldest first; booked ones drop out two days later. */
    public synchronized List<StoredRow> openRows() {
        return contents.open(clock.instant().minus(Duration.ofDays(2)));
    }

    /** Applies the rules to the row of this order and stores the outcome. Empty when the event means nothing here. */
    public synchronized Optional<Step> apply(String orderId, JournalEvent event, Facts facts) throws IOException {
        Optional<StoredRow> before = contents.find(orderId);
        Optional<Step> step = JournalRules.apply(orderId, before.map(StoredRow::row), event);
        if (step.isPresent()) store(before, step.get().row(), facts);
        return step;
    }

    /** What came along with an event and is worth keeping. */
    public record Facts(
            @Nullable JsonNode order,
            @Nullable String detail,
            @Nullable Receipt booked) {
        public static final Facts NONE = new Facts(null, null, null);
    }

    /** After over 10 s without booking a confirmation is old news. In memory only: a start says the same. */
    public synchronized void interrupt(String orderId) {
        contents.interrupt(orderId);
    }

    /** Queues a status event behind the earlier ones of its order; a key seen before queues nothing. */
    public synchronized boolean report(
            String orderId,
            StatusEvent.Type type,
            @Nullable String reason,
            @Nullable Receipt receipt,
            @Nullable String key)
            throws IOException {
        Optional<StoredRow> kept = contents.find(orderId);
        if (kept.isEmpty() || (key != null && contents.knowsKey(key))) return false;
        long seq = kept.get().events().size() + 1L;
        StatusEvent event = new StatusEvent(seq, type, now(), reason, receipt);
        append(List.of(new JournalEntry.Event(orderId, event, key)));
        if (key != null) cover();
        notifyAll();
        return true;
    }

    /**
     * The portal has the event, or refused it for good with these words. An answer to an event of an older fence says
     * nothing of the order as it was offered anew meanwhile, whose events are all sent again.
     */
    public synchronized void sent(String orderId, long seq, long fence, @Nullable String refused) throws IOException {
        if (contents.find(orderId).filter(k -> k.row().fence() == fence).isEmpty()) return;
        append(List.of(new JournalEntry.Sent(orderId, seq, refused)));
    }

    /** All events of the order are to be sent again. */
    public synchronized void resend(String orderId) throws IOException {
        append(List.of(new JournalEntry.Unsent(orderId)));
        notifyAll();
    }

    /** Stores a task. @return whether it is new and has to be shown */
    public synchronized boolean ask(Task task) throws IOException {
        if (contents.knowsTask(task.id())) return false;
        append(List.of(new JournalEntry.Asked(task)));
        notifyAll();
        return true;
    }

    public synchronized List<Task> untoldTasks() {
        return contents.untoldTasks();
    }

    public synchronized void told(String taskId) throws IOException {
        append(List.of(new JournalEntry.TaskTold(taskId)));
    }

    /** Nothing is claimed or acknowledged from here on, over restarts, until {@link #rename}. */
    public synchronized void halt(String why) throws IOException {
        append(List.of(new JournalEntry.Halted(why, now())));
    }

    public synchronized Optional<String> halted() {
        return contents.halted().map(JournalEntry.Halted::why);
    }

    /** Gives the journal the name under which a person just paired it; ends a halt. */
    public synchronized void rename(String id) throws IOException {
        append(List.of(new JournalEntry.Identity(id)));
        cover();
    }

    /** Waits until an event is queued or the time is over. */
    public synchronized void awaitNews(Duration longest) throws InterruptedException {
        wait(Math.max(1, longest.toMillis()));
    }

    @Override
    public synchronized void close() throws IOException {
        log.close();
        lock.close();
    }

    private void begin() throws IOException {
        contents.restart();
        if (contents.id().isEmpty())
            append(List.of(new JournalEntry.Identity(UUID.randomUUID().toString())));
        append(List.of(new JournalEntry.Sequence(sequence + SPARE))); // in a line before the one that uses it
        tidy();
    }

    /**
     * Says what is known already, so that the fact before is not in the last line, which a crash may tear and a failing
     * disk changes first. For what nobody could tell this till again.
     */
    private void cover() throws IOException {
        append(List.of(new JournalEntry.Sequence(contents.sequence())));
    }

    private void store(Optional<StoredRow> before, JournalRow row, Facts facts) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        boolean changed = before.map(kept -> !kept.row().equals(row)).orElse(true);
        if (changed) {
            String now = now();
            entries.add(new JournalEntry.Row(
                    row.orderId(), row.state(), row.fence(), row.owes(), now, facts.detail(), facts.order()));
            if (facts.booked() != null
                    && before.flatMap(kept -> kept.event(StatusEvent.Type.BOOKED))
                            .isEmpty()) {
                long seq = before.map(kept -> kept.events().size()).orElse(0) + 1L;
                entries.add(new JournalEntry.Event(
                        row.orderId(), new StatusEvent(seq, StatusEvent.Type.BOOKED, now, null, facts.booked()), null));
            }
            append(entries);
            notifyAll();
        }
    }

    private void append(List<JournalEntry> entries) throws IOException {
        log.append(line(entries));
        entries.forEach(contents::add);
        if (log.size() > tidyAt) tidy();
    }

    /** Rewrites a file that has grown long. */
    private void tidy() throws IOException {
        if (log.size() <= tidyAt) return;
        contents.forget(clock.instant().minus(MEMORY));
        List<String> lines = contents.snapshot().stream().map(Journal::line).toList();
        log.rewrite(lines);
        tidyAt = Math.max(SMALL, 2 * log.size());
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String line(List<JournalEntry> entries) {
        return ConnectorJson.write(entries.toArray(JournalEntry[]::new));
    }

    private static Contents contents(List<String> lines) throws IOException {
        Contents contents = new Contents();
        for (String line : lines) {
            for (JournalEntry entry : ConnectorJson.read(line, JournalEntry[].class)) contents.add(entry);
        }
        return contents;
    }
}
