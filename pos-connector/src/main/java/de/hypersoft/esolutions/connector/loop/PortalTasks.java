package de.hypersoft.esolutions.connector.loop;

import de.hypersoft.esolutions.connector.journal.Task;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.Loaded;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does what the portal asks of the program itself: sends the catalogue when somebody there wants it now. On a thread of
 * its own, because a large catalogue on a thin line takes longer than an order may wait. An errand is told as heard
 * first, and remembered as done only when the portal has the data, so it survives a crash in between.
 */
public final class PortalTasks {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final TillContext till;
    private final List<Path> catalogues;
    private final Backoff backoff;
    private Watch.Moment failedAt;
    private Duration rest = Duration.ZERO;

    /** @param catalogues where the till's catalogue may lie; the first that is there is sent */
    public PortalTasks(TillContext till, List<Path> catalogues, Supplier<Backoff> backoffs) {
        this.till = till;
        this.catalogues = List.copyOf(catalogues);
        this.backoff = backoffs.get();
        this.failedAt = till.watch().now();
    }

    /** @return how long nothing is due; @throws IOException when the journal can not be written: stop then */
    public Duration turn() throws IOException {
        Duration pausing = rest.minus(till.watch().since(failedAt));
        if (!pausing.isNegative() && !pausing.isZero()) return pausing.compareTo(TICK) > 0 ? TICK : pausing;
        rest = Duration.ZERO;
        for (Task task : till.journal().untoldTasks()) {
            if (task.forProgram() && !run(task)) {
                rest = backoff.failed();
                failedAt = till.watch().now();
                return TICK;
            }
        }
        backoff.worked();
        return TICK;
    }

    /** @return false when the portal is away and it has to be tried again */
    private boolean run(Task task) throws IOException {
        Optional<byte[]> catalogue = catalogue();
        Reply heard = catalogue.isPresent()
                ? till.portal().taskDone(task.id())
                : till.portal().taskUnable(task.id(), till.texts().of("note.no-catalog"));
        till.contact().noted(heard);
        if (!settled(heard)) return false;
        if (catalogue.isEmpty()) {
            till.alarms().raise("no-catalog", till.texts().of("alarm.no-catalog"));
        } else if (heard.ok() && !sent(catalogue.get())) {
            return false;
        }
        till.journal().told(task.id());
        return true;
    }

    private boolean sent(byte[] catalogue) {
        String version = version(catalogue);
        Reply reply = till.portal().catalogue("PUT", catalogue);
        till.contact().noted(reply);
        if (!settled(reply)) {
            till.say().warn("catalogue not sent version=" + version + ": " + reply.words());
            return false;
        }
        String words = " version=" + version + ": " + reply.words();
        switch (Loaded.of(reply, reply.body())) {
            case NOT -> till.say().warn("catalogue refused" + words);
            case ASIDE ->
                till.say()
                        .warn("catalogue not shown" + words + ": "
                                + Loaded.fate(reply.body().path("state").asText("")));
            case HELD ->
                till.say()
                        .warn("catalogue sent" + words
                                + " held: guests do not see it until a manager has looked in the portal");
            case PARTLY ->
                till.say()
                        .warn("catalogue sent" + words + " refused="
                                + reply.body().path("refused").size());
            case WHOLE -> till.say().info("catalogue sent" + words);
        }
        return true;
    }

    /** Empty when it cannot be read; the portal says why. */
    private static String version(byte[] catalogue) {
        try {
            return ConnectorJson.text(catalogue, "version");
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Whether the portal has spoken: yes, or no for good. */
    private static boolean settled(Reply reply) {
        return reply.ok() || (reply.reached() && reply.status() < 500 && reply.status() != 429);
    }

    /** A file that can not be read is as good as none: the portal is told so, and the till goes on selling. */
    private Optional<byte[]> catalogue() {
        for (Path file : catalogues) {
            try {
                if (Files.isRegularFile(file)) return Optional.of(Files.readAllBytes(file));
            } catch (IOException unreadable) {
                till.say().warn("catalogue unreadable " + file + ": " + unreadable.getMessage());
            }
        }
        return Optional.empty();
    }
}
