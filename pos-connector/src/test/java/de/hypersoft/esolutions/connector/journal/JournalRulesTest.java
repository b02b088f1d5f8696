package de.hypersoft.esolutions.connector.journal;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.connector.journal.JournalEvent.AcknowledgementMissed;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Answer;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Answered;
import de.hypersoft.esolutions.connector.journal.JournalEvent.CoreBooked;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Interrupted;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Offered;
import de.hypersoft.esolutions.connector.journal.JournalEvent.OfferedUnfit;
import de.hypersoft.esolutions.connector.journal.JournalEvent.RefusalNoted;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.connector.journal.Step.Action;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalRulesTest {

    /** Every row of the table stands at fence 5; "owes" is written as +. */
    @ParameterizedTest(name = "{0} {1} -> {2} {3} {4}")
    @CsvSource({
        // an offer: a lower fence is old news, a higher one reopens any row but BOOKED
        "RECEIVED+,  offered 4,     RECEIVED+,  5, ACKNOWLEDGE",
        "RECEIVED+,  offered 5,     RECEIVED+,  5, ACKNOWLEDGE",
        "RECEIVED+,  offered 6,     RECEIVED+,  6, ACKNOWLEDGE",
        "CONFIRMED,  offered 4,     CONFIRMED,  5, BOOK",
        "CONFIRMED,  offered 5,     CONFIRMED+, 5, ACKNOWLEDGE",
        "CONFIRMED,  offered 6,     RECEIVED+,  6, ACKNOWLEDGE",
        "CONFIRMED+, offered 6,     RECEIVED+,  6, ACKNOWLEDGE",
        "BOOKED,     offered 4,     BOOKED,     5, NOTHING",
        "BOOKED,     offered 5,     BOOKED+,    5, ACKNOWLEDGE",
        "BOOKED,     offered 6,     BOOKED+,    6, ACKNOWLEDGE",
        "DISCARDED,  offered 5,     DISCARDED,  5, NOTHING",
        "DISCARDED,  offered 6,     RECEIVED+,  6, ACKNOWLEDGE",
        "REFUSED,    offered 5,     REFUSED+,   5, REFUSE",
        "REFUSED,    offered 6,     RECEIVED+,  6, ACKNOWLEDGE",
        // refused only when new under this fence: later an acknowledgement may be on its way
        "RECEIVED+,  unfit 5,       RECEIVED+,  5, ACKNOWLEDGE",
        "RECEIVED+,  unfit 6,       REFUSED+,   6, REFUSE",
        "CONFIRMED,  unfit 5,       CONFIRMED+, 5, ACKNOWLEDGE",
        "BOOKED,     unfit 6,       BOOKED+,    6, ACKNOWLEDGE",
        "DISCARDED,  unfit 6,       REFUSED+,   6, REFUSE",
        "REFUSED+,   noted 5,       REFUSED,    5, NOTHING",
        "REFUSED+,   noted 4,       REFUSED+,   5, REFUSE",
        "RECEIVED+,  noted 5,       RECEIVED+,  5, ACKNOWLEDGE",
        // the answer yes counts only for the row's own fence
        "RECEIVED+,  CONFIRMED 5,   CONFIRMED,  5, BOOK",
        "RECEIVED+,  CONFIRMED 4,   RECEIVED+,  5, ACKNOWLEDGE",
        "CONFIRMED+, CONFIRMED 5,   CONFIRMED,  5, BOOK",
        "BOOKED+,    CONFIRMED 5,   BOOKED,     5, REPORT",
        "DISCARDED,  CONFIRMED 5,   DISCARDED,  5, NOTHING",
        "REFUSED,    CONFIRMED 5,   REFUSED,    5, NOTHING",
        // the answer no: discard only when the row's fence is not above the refused one
        "RECEIVED+,  TAKEN 5,       DISCARDED,  5, NOTHING",
        "RECEIVED+,  TAKEN 4,       RECEIVED+,  5, ACKNOWLEDGE",
        "CONFIRMED+, TAKEN 5,       DISCARDED,  5, NOTHING",
        "CONFIRMED,  TAKEN 4,       CONFIRMED,  5, BOOK",
        "BOOKED+,    TAKEN 5,       BOOKED,     5, REPORT",
        // silence: keep; but what was confirmed once is booked
        "RECEIVED+,  UNREACHABLE 5, RECEIVED+,  5, ACKNOWLEDGE",
        "CONFIRMED+, UNREACHABLE 5, CONFIRMED,  5, BOOK",
        "CONFIRMED+, UNREACHABLE 4, CONFIRMED+, 5, ACKNOWLEDGE",
        "BOOKED+,    UNREACHABLE 5, BOOKED+,    5, ACKNOWLEDGE",
        // neither yes nor no: nothing moves, nothing is booked, a person hears of it
        "RECEIVED+,  UNCLEAR 5,     RECEIVED+,  5, TELL_PERSON",
        "CONFIRMED+, UNCLEAR 5,     CONFIRMED+, 5, TELL_PERSON",
        "BOOKED+,    UNCLEAR 5,     BOOKED+,    5, TELL_PERSON",
        "RECEIVED+,  ROLLED_BACK 5, RECEIVED+,  5, HALT",
        "CONFIRMED+, ROLLED_BACK 5, CONFIRMED+, 5, HALT",
        // the till core's word is final
        "CONFIRMED,  booked 0,      BOOKED,     5, REPORT",
        "CONFIRMED+, booked 0,      BOOKED,     5, REPORT",
        "DISCARDED,  booked 0,      BOOKED,     5, REPORT",
        "RECEIVED+,  booked 0,      BOOKED+,    5, ACKNOWLEDGE",
        "REFUSED+,   booked 0,      BOOKED+,    5, ACKNOWLEDGE",
        "BOOKED,     booked 0,      BOOKED,     5, REPORT",
        "BOOKED,     missed 0,      BOOKED+,    5, ACKNOWLEDGE",
        "CONFIRMED,  missed 0,      CONFIRMED,  5, BOOK",
        // a restart or a pause makes a confirmation old
        "CONFIRMED,  interrupted 0, CONFIRMED+, 5, ACKNOWLEDGE",
        "RECEIVED+,  interrupted 0, RECEIVED+,  5, ACKNOWLEDGE",
        "BOOKED,     interrupted 0, BOOKED,     5, NOTHING",
        "DISCARDED,  interrupted 0, DISCARDED,  5, NOTHING",
    })
    void T28_each_event_moves_each_row_as_the_table_says(
            String before, String event, String after, long fence, Action action) {
        Step step = JournalRules.apply(row(before, 5), event(event));

        assertThat(step).isEqualTo(new Step(row(after, fence), action));
    }

    @Test
    void an_order_begins_with_an_offer_and_with_nothing_else() {
        for (JournalEvent event : everyEvent(3)) {
            Optional<Step> step = JournalRules.apply("A", Optional.empty(), event);

            boolean offer = event instanceof Offered || event instanceof OfferedUnfit;
            assertThat(step.isPresent()).as("%s", event).isEqualTo(offer);
        }
    }

    @Test
    void from_every_reachable_row_the_laws_of_the_journal_hold() {
        Set<JournalRow> rows = reachable(3);

        assertThat(rows).hasSizeGreaterThan(15);
        for (JournalRow row : rows) {
            for (JournalEvent event : everyEvent(3)) {
                Step step = JournalRules.apply(row, event);
                assertThat(step.row().fence())
                        .as("a fence never falls: %s %s", row, event)
                        .isGreaterThanOrEqualTo(row.fence());
                if (row.state() == State.BOOKED) {
                    assertThat(step.row().state()).as("booked stays booked").isEqualTo(State.BOOKED);
                    assertThat(step.action()).as("never booked again").isNotEqualTo(Action.BOOK);
                }
                if (step.action() == Action.BOOK) {
                    assertThat(mayBook(row, event))
                            .as("booked only after a yes: %s %s", row, event)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void after_a_restart_nothing_is_booked_before_the_portal_was_asked() {
        for (JournalRow row : reachable(3))
            assertThat(JournalRules.due(JournalRules.restarted(row))).isNotEqualTo(Action.BOOK);
    }

    private static boolean mayBook(JournalRow before, JournalEvent event) {
        boolean yes = event.equals(new Answered(before.fence(), Answer.CONFIRMED));
        boolean confirmedBefore = before.state() == State.CONFIRMED;
        boolean silence = event.equals(new Answered(before.fence(), Answer.UNREACHABLE));
        return yes || (confirmedBefore && (silence || !before.owes()));
    }

    private static Set<JournalRow> reachable(long highest) {
        Set<JournalRow> seen = new LinkedHashSet<>();
        Deque<JournalRow> waiting = new ArrayDeque<>();
        for (JournalEvent event : everyEvent(highest))
            JournalRules.apply("A", Optional.empty(), event).ifPresent(step -> waiting.add(step.row()));
        while (!waiting.isEmpty()) {
            JournalRow row = waiting.remove();
            if (seen.add(row)) {
                everyEvent(highest)
                        .forEach(event ->
                                waiting.add(JournalRules.apply(row, event).row()));
            }
        }
        return seen;
    }

    private static List<JournalEvent> everyEvent(long highest) {
        List<JournalEvent> events =
                new ArrayList<>(List.of(new CoreBooked(), new AcknowledgementMissed(), new Interrupted()));
        for (long fence = 1; fence <= highest; fence++) {
            long at = fence;
            events.add(new Offered(at));
            events.add(new OfferedUnfit(at));
            events.add(new RefusalNoted(at));
            Stream.of(Answer.values()).forEach(answer -> events.add(new Answered(at, answer)));
        }
        return events;
    }

    private static JournalRow row(String text, long fence) {
        return new JournalRow("A", State.valueOf(text.replace("+", "")), fence, text.endsWith("+"));
    }

    private static JournalEvent event(String text) {
        String[] parts = text.split(" ");
        long fence = Long.parseLong(parts[1]);
        return switch (parts[0]) {
            case "offered" -> new Offered(fence);
            case "unfit" -> new OfferedUnfit(fence);
            case "noted" -> new RefusalNoted(fence);
            case "booked" -> new CoreBooked();
            case "missed" -> new AcknowledgementMissed();
            case "interrupted" -> new Interrupted();
            default -> new Answered(fence, Answer.valueOf(parts[0]));
        };
    }
}
