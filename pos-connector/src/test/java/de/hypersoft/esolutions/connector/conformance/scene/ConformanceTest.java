package de.hypersoft.esolutions.connector.conformance.scene;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.connector.conformance.Pace;
import de.hypersoft.esolutions.connector.conformance.Report;
import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The conformance run tells tills that keep the rules from tills that do not. */
@Timeout(60)
class ConformanceTest {

    private static final Duration QUIET = Duration.ofMillis(200);

    private final MovableClock clock = new MovableClock();
    private final List<String> said = new ArrayList<>();

    @Test
    void our_own_connector_keeps_every_rule(@TempDir Path folder) throws Exception {
        Report report = ours(folder);

        assertThat(report.verdicts())
                .as(() -> report.text() + said)
                .hasSameSizeAs(Rule.values())
                .allMatch(verdict -> verdict.outcome() == Outcome.KEPT);
        assertThat(report.exitCode()).isZero();
    }

    @Test
    void another_small_till_that_books_by_itself_breaks_none_and_hides_one() throws Exception {
        Report report = small(SmallTill.Fault.NONE, Duration.ofSeconds(20));

        assertThat(with(Outcome.BROKEN, report)).as(report::text).isEmpty();
        assertThat(with(Outcome.UNSEEN, report)).as(report::text).containsExactly(Rule.BOOKS_WHEN_NOBODY_ANSWERS);
        assertThat(report.exitCode()).isEqualTo(3);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(SmallTill.Fault.BOOKS_AGAIN_AFTER_A_LOST_ANSWER, EnumSet.of(Rule.BOOKS_ONCE)),
                Arguments.of(
                        SmallTill.Fault.BOOKS_WHAT_WAS_TAKEN_OVER,
                        EnumSet.of(
                                Rule.BOOKS_AFTER_CONFIRMATION,
                                Rule.LEAVES_WHAT_WAS_TAKEN_OVER,
                                Rule.LEAVES_WHAT_WAS_WITHDRAWN,
                                Rule.ASKS_AGAIN)),
                Arguments.of(
                        SmallTill.Fault.BOOKS_BEFORE_IT_ACKNOWLEDGES,
                        EnumSet.of(
                                Rule.BOOKS_AFTER_CONFIRMATION,
                                Rule.LEAVES_WHAT_WAS_TAKEN_OVER,
                                Rule.LEAVES_WHAT_WAS_WITHDRAWN,
                                Rule.ASKS_AGAIN)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_till_with_one_fault_breaks_the_rules_that_the_fault_is_about_and_no_others(
            SmallTill.Fault fault, Set<Rule> broken) throws Exception {
        Report report = small(fault, Duration.ofSeconds(20));

        assertThat(with(Outcome.BROKEN, report)).as(() -> report.text() + said).isEqualTo(broken);
        assertThat(report.exitCode()).isEqualTo(1);
    }

    @Test
    void a_till_that_books_nothing_is_tried_no_further() throws Exception {
        Report report = small(SmallTill.Fault.BOOKS_NOTHING, Duration.ofSeconds(2));

        assertThat(with(Outcome.BROKEN, report)).containsExactly(Rule.LOSES_NO_ORDER);
        assertThat(with(Outcome.KEPT, report)).isEmpty();
        assertThat(said).contains("ordinary orders").doesNotContain("lost answers");
    }

    static Stream<Arguments> situations() {
        return Stream.of(
                Arguments.of(
                        SmallTill.Fault.WORKS_OUT_PRICES_AGAIN,
                        List.of(new OrdinaryOrders(), new Audit()),
                        Rule.BOOKS_AS_HANDED_OVER),
                Arguments.of(
                        SmallTill.Fault.REPORTS_BEFORE_IT_BOOKS,
                        List.of(new OrdinaryOrders(), new Audit()),
                        Rule.REPORTS_WHAT_IT_BOOKED),
                Arguments.of(SmallTill.Fault.BELIEVES_AN_OLD_YES, List.of(new LongPause()), Rule.ASKS_AGAIN),
                Arguments.of(
                        SmallTill.Fault.GOES_ON_WHEN_ROLLED_BACK,
                        List.of(new RolledBack()),
                        Rule.STOPS_WHEN_ROLLED_BACK),
                Arguments.of(
                        SmallTill.Fault.ACKNOWLEDGES_BEFORE_IT_WRITES_DOWN,
                        List.of(new KilledWhileAcknowledging()),
                        Rule.WRITES_DOWN_FIRST),
                Arguments.of(
                        SmallTill.Fault.TAKES_EACH_ANSWER_FOR_A_YES,
                        List.of(new UnclearAnswers()),
                        Rule.WAITS_WHEN_UNCLEAR),
                Arguments.of(
                        SmallTill.Fault.READS_KNOWN_MEMBERS_ONLY,
                        List.of(new OfTomorrow()),
                        Rule.SKIPS_WHAT_IT_DOES_NOT_KNOW));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void a_fault_shows_in_the_situation_that_is_about_it(SmallTill.Fault fault, List<Scene> scenes, Rule broken)
            throws Exception {
        Pace pace = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(2), clock::pass);
        try (SmallBook book = new SmallBook();
                Stage stage =
                        Stage.open(book.address(), 0, clock, pace, where -> new SmallTill(where, book, clock, fault))) {
            stage.start();
            for (Scene scene : scenes) scene.play(stage);

            assertThat(with(Outcome.BROKEN, stage.report()))
                    .as(stage.report()::text)
                    .containsExactly(broken);
        }
    }

    private Report ours(Path folder) throws IOException, InterruptedException {
        ConsoleLog silent =
                new ConsoleLog(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), clock);
        TillCore.Setup setup =
                new TillCore.Setup(folder.resolve("core"), 0, "1", new ConnectorTexts(Locale.ENGLISH), ZoneOffset.UTC);
        try (TillCore core = TillCore.start(setup, clock, silent);
                Stage stage = Stage.open(
                        URI.create("http://127.0.0.1:" + core.port()),
                        0,
                        clock,
                        pace(Duration.ofSeconds(20)),
                        where -> new OurTill(where, folder.resolve("till"), clock))) {
            new Play(stage, said::add).all();
            return stage.report();
        }
    }

    private Report small(SmallTill.Fault fault, Duration patience) throws IOException, InterruptedException {
        try (SmallBook book = new SmallBook();
                Stage stage = Stage.open(
                        book.address(), 0, clock, pace(patience), where -> new SmallTill(where, book, clock, fault))) {
            new Play(stage, said::add).all();
            return stage.report();
        }
    }

    private Pace pace(Duration patience) {
        return new Pace(patience, QUIET, clock::pass);
    }

    private static Set<Rule> with(Outcome outcome, Report report) {
        return report.verdicts().stream()
                .filter(verdict -> verdict.outcome() == outcome)
                .map(Verdict::rule)
                .collect(Collectors.toSet());
    }
}
