package de.hypersoft.esolutions.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.connector.disk.CannotWrite;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatingTaskTest {

    private static final ConnectorTexts TEXTS = new ConnectorTexts(Locale.ENGLISH);

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T18:03:11.250Z"), ZoneOffset.UTC);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ConsoleLog say = new ConsoleLog(new PrintStream(out, true, StandardCharsets.UTF_8), clock);
    private final Stop stop = new Stop();
    private final Path folder;

    RepeatingTaskTest(@TempDir Path folder) {
        this.folder = folder;
        Thread.currentThread().setName("claiming");
    }

    @Test
    void an_unforeseen_fault_is_one_alarm_line_and_its_trace_lies_beside_the_journal() {
        turns(() -> {
            stop.ask();
            throw new IllegalStateException("order of Anna Müller");
        });

        assertThat(said().lines())
                .singleElement()
                .asString()
                .contains("ALARM fault in claiming: java.lang.IllegalStateException at ")
                .endsWith("more in faults.log")
                .doesNotContain("Anna");
        assertThat(folder.resolve(FaultLog.FILE))
                .content()
                .contains(
                        "2026-11-22T18:03:11.250Z in claiming", "IllegalStateException: order of Anna Müller", "\tat ");
        assertThat(stop.failed()).isFalse();
    }

    @Test
    void a_till_whose_machine_fails_stops_instead_of_looking_alive_without_fetching_orders() {
        turns(() -> {
            throw new OutOfMemoryError("not really");
        });

        assertThat(said()).contains("ALARM stopping: fault in claiming: java.lang.OutOfMemoryError");
        assertThat(stop.asked()).isTrue();
        assertThat(stop.failed()).isTrue();
    }

    @Test
    void a_till_that_fails_even_at_telling_its_fault_stops() {
        for (Throwable fault : List.of(new OutOfMemoryError("not really"), new IllegalStateException("no order"))) {
            Stop untold = new Stop();
            RepeatingTask turns = new RepeatingTask(
                    () -> fail(fault), pause -> {}, untold, new FaultLog(folder, clock), TEXTS, speechless());

            assertThatThrownBy(turns::run).isInstanceOf(OutOfMemoryError.class).hasMessage("no word left");
            assertThat(untold.failed()).isTrue();
        }
    }

    @Test
    void a_till_that_can_not_write_its_journal_stops() {
        turns(() -> {
            throw new IOException("disk full");
        });

        assertThat(said()).contains("can not write to its disk: disk full");
        assertThat(stop.failed()).isTrue();
    }

    @Test
    void a_till_whose_disk_refuses_says_which_file_and_what_to_do_and_stops() {
        Path journal = folder.resolve("journal.log");
        turns(() -> {
            throw new CannotWrite(journal, new IOException("No space left on device"));
        });

        assertThat(said().lines())
                .singleElement()
                .asString()
                .contains("ALARM stopping: " + journal + " can not be written (No space left on device)")
                .contains("online orders wait in the portal", "Free some space on this disk");
        assertThat(stop.failed()).isTrue();
    }

    private void turns(RepeatingTask.Turn turn) {
        new RepeatingTask(turn, pause -> {}, stop, new FaultLog(folder, clock), TEXTS, say).run();
    }

    private static Duration fail(Throwable fault) {
        if (fault instanceof Error broken) throw broken;
        throw (RuntimeException) fault;
    }

    private ConsoleLog speechless() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) {
                throw new OutOfMemoryError("no word left");
            }
        };
        return new ConsoleLog(new PrintStream(full, true, StandardCharsets.UTF_8), clock);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
