package de.hypersoft.esolutions.connector.conformance.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.connector.conformance.Candidate;
import de.hypersoft.esolutions.connector.conformance.CandidateByHand;
import de.hypersoft.esolutions.connector.conformance.Pace;
import de.hypersoft.esolutions.connector.conformance.Report;
import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Surroundings;
import de.hypersoft.esolutions.connector.conformance.Verdict;
import de.hypersoft.esolutions.connector.conformance.Verdict.Outcome;
import de.hypersoft.esolutions.connector.tillcore.TillCore;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs as others play them: a person at the till, and a program that is all in one. */
@Timeout(60)
class WholeRunsTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private final MovableClock clock = new MovableClock();
    private final List<String> said = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    @Test
    void our_own_connector_keeps_every_rule_in_the_hands_of_a_person(@TempDir Path folder) throws Exception {
        Report report = ours(where -> byHand(where, new OurTill(where, folder.resolve("till"), clock)), folder);

        assertThat(with(Outcome.KEPT, report)).as(() -> report.text() + said).containsExactlyInAnyOrder(Rule.values());
        assertThat(people.get(0).did()).first().asString().startsWith("PLEASE Pair your till");
        assertThat(people.get(0).did())
                .anyMatch(asked -> asked.startsWith("PLEASE Make a copy"))
                .anyMatch(asked -> asked.startsWith("PLEASE Put back the copy"));
    }

    @Test
    void a_till_that_books_what_a_manager_ticked_is_told_so_by_hand_too() throws Exception {
        try (SmallBook book = new SmallBook()) {
            Report report = played(
                    book.address(),
                    where -> byHand(
                            where, new SmallTill(where, book, clock, SmallTill.Fault.BOOKS_WHAT_WAS_TAKEN_OVER)));

            assertThat(with(Outcome.BROKEN, report))
                    .as(report::text)
                    .contains(Rule.LEAVES_WHAT_WAS_TAKEN_OVER)
                    .doesNotContain(Rule.LOSES_NO_ORDER);
        }
    }

    @Test
    void a_program_whose_book_dies_with_it_breaks_none() throws Exception {
        Report report = whole(SmallTill.Fault.NONE);

        assertThat(with(Outcome.BROKEN, report)).as(() -> report.text() + said).isEmpty();
        assertThat(with(Outcome.UNSEEN, report)).containsExactly(Rule.BOOKS_WHEN_NOBODY_ANSWERS);
    }

    @Test
    void a_program_whose_book_dies_with_it_is_told_what_it_breaks() throws Exception {
        Report report = whole(SmallTill.Fault.BOOKS_AGAIN_AFTER_A_LOST_ANSWER);

        assertThat(with(Outcome.BROKEN, report)).as(() -> report.text() + said).containsExactly(Rule.BOOKS_ONCE);
    }

    @Test
    void what_was_ticked_while_the_till_was_off_is_booked_by_a_till_that_reads_no_answers() throws Exception {
        try (SmallBook book = new SmallBook();
                Stage stage = stage(
                        book.address(),
                        Duration.ofSeconds(5),
                        where -> new SmallTill(where, book, clock, SmallTill.Fault.BOOKS_WHAT_WAS_TAKEN_OVER))) {
            stage.start();
            new TillAway().play(stage);

            assertThat(with(Outcome.BROKEN, stage.report())).containsExactly(Rule.LEAVES_WHAT_WAS_TAKEN_OVER);
        }
    }

    @Test
    void the_time_of_a_person_is_not_the_programs() throws Exception {
        try (SmallBook book = new SmallBook()) {
            Slow slow = new Slow(List.of(true, true, true).iterator());
            try (Stage stage = stage(book.address(), Duration.ZERO, where -> slow)) {
                assertThat(stage.await(() -> !slow.busy.hasNext())).isTrue();
                assertThat(stage.await(() -> false)).isFalse();
            }
        }
    }

    @Test
    void a_program_that_shows_no_book_ends_the_run() throws Exception {
        try (Stage stage = stage(
                NOWHERE, Duration.ZERO, where -> new Slow(List.<Boolean>of().iterator()))) {
            assertThatThrownBy(stage::start).isInstanceOf(IOException.class).hasMessageContaining("is not up");
        }
    }

    /** Asks a person as often as it is told. */
    private record Slow(Iterator<Boolean> busy) implements Candidate {

        @Override
        public void start() {}

        @Override
        public void kill() {}

        @Override
        public boolean waitsForAPerson() {
            return busy.hasNext() && busy.next();
        }

        @Override
        public boolean keepsFolder() {
            return false;
        }

        @Override
        public void backUp() {}

        @Override
        public void restore() {}
    }

    private Candidate byHand(Surroundings where, Candidate till) {
        Person person = new Person(till);
        people.add(person);
        return new CandidateByHand(where, person.screen(), person);
    }

    private Report whole(SmallTill.Fault fault) throws IOException, InterruptedException {
        try (SmallBook book = new SmallBook()) {
            book.down();
            return played(book.address(), where -> new WholeTill(new SmallTill(where, book, clock, fault), book));
        }
    }

    private Report ours(Function<Surroundings, Candidate> casting, Path folder)
            throws IOException, InterruptedException {
        ConsoleLog silent =
                new ConsoleLog(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), clock);
        TillCore.Setup setup =
                new TillCore.Setup(folder.resolve("core"), 0, "1", new ConnectorTexts(Locale.ENGLISH), ZoneOffset.UTC);
        try (TillCore core = TillCore.start(setup, clock, silent)) {
            return played(URI.create("http://127.0.0.1:" + core.port()), casting);
        }
    }

    private Report played(URI core, Function<Surroundings, Candidate> casting)
            throws IOException, InterruptedException {
        try (Stage stage = stage(core, Duration.ofSeconds(20), casting)) {
            new Play(stage, said::add).all();
            if (stage.candidate() instanceof CandidateByHand) people.get(0).leaves();
            return stage.report();
        }
    }

    private Stage stage(URI core, Duration patience, Function<Surroundings, Candidate> casting) throws IOException {
        return Stage.open(core, 0, clock, new Pace(patience, Duration.ofMillis(200), clock::pass), casting::apply);
    }

    private static Set<Rule> with(Outcome outcome, Report report) {
        return report.verdicts().stream()
                .filter(verdict -> verdict.outcome() == outcome)
                .map(Verdict::rule)
                .collect(Collectors.toSet());
    }
}
