package de.hypersoft.esolutions.connector.loop;

import de.hypersoft.esolutions.connector.journal.JournalRow;
import de.hypersoft.esolutions.connector.journal.JournalRules;
import de.hypersoft.esolutions.connector.journal.Step.Action;
import de.hypersoft.esolutions.connector.journal.StoredRow;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient.Away;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One turn after the other: acknowledge what is owed, book what is confirmed, refuse what can not be booked, then ask
 * for more. A turn returns how long to wait before the next; it never sleeps itself.
 */
public final class TillLoop {

    private static final Duration HALTED_PAUSE = Duration.ofSeconds(30);

    private final TillContext till;
    private final Polling polling;
    private final OrderBackoff patience;
    private final Acknowledge acknowledge;
    private final BookingStep books;
    private final RefuseOrders refusals;
    private final FetchOrders claims;
    private final Backoff portalBackoff;
    private final Backoff coreBackoff;

    /**
     * How to ask for orders.
     *
     * @param waitSeconds how long the portal may hold the line; 0 for plain polling
     * @param pause between two claims that brought nothing; a long poll that returns at once waits this long too
     * @param away the longest pause while the portal is away
     */
    public record Polling(int max, int waitSeconds, Duration pause, Duration away) {}

    public TillLoop(TillContext till, Polling polling, Supplier<Backoff> backoffs) {
        this.till = till;
        this.polling = polling;
        this.patience = new OrderBackoff(till.watch(), backoffs);
        Confirmations confirmations = new Confirmations(till.watch());
        this.acknowledge = new Acknowledge(till, patience, confirmations);
        this.books = new BookingStep(till, patience, confirmations);
        this.refusals = new RefuseOrders(till, patience);
        this.claims = new FetchOrders(till);
        this.portalBackoff = backoffs.get();
        this.coreBackoff = backoffs.get();
    }

    /** @return the pause before the next turn; @throws IOException when the journal can not be written: stop then */
    public Duration turn() throws IOException {
        Outcome outcome = settle();
        if (outcome != Outcome.DONE) return pause(outcome);
        Watch.Moment asked = till.watch().now();
        FetchOrders.Claimed claimed = claims.claim(polling.max(), waitSeconds());
        if (claimed.outcome() != Outcome.DONE) return pause(claimed.outcome());
        portalBackoff.worked();
        coreBackoff.worked();
        if (claimed.brought() > 0) return Duration.ZERO;
        Duration rest = polling.pause().minus(till.watch().since(asked));
        return rest.isNegative() ? Duration.ZERO : patience.next(rest);
    }

    /** Everything that is owed, without asking for more. */
    private Outcome settle() throws IOException {
        patience.keepOnly(till.journal().openRows().stream()
                .map(StoredRow::row)
                .filter(row -> JournalRules.due(row) != Action.NOTHING)
                .map(JournalRow::orderId)
                .collect(Collectors.toSet()));
        if (till.journal().halted().isPresent()) {
            Trouble.sayHalted(till);
            return books.all().or(Outcome.HALTED);
        }
        Outcome outcome = coreIsUp();
        if (outcome == Outcome.DONE) outcome = acknowledge.andBook(books);
        return outcome == Outcome.DONE ? refusals.all() : outcome;
    }

    private Outcome coreIsUp() {
        try {
            till.core().health();
            Trouble.coreIsBack(till);
            return Outcome.DONE;
        } catch (Away away) {
            return Trouble.core(till, away);
        }
    }

    /** Rows that wait for another try shorten the long poll; one whose confirmation grew old in this turn allows none. */
    private int waitSeconds() {
        if (till.journal().openRows().stream().anyMatch(this::toBeAsked)) return 0;
        Duration longest = Duration.ofSeconds(polling.waitSeconds());
        return (int) patience.next(longest).toSeconds();
    }

    private boolean toBeAsked(StoredRow kept) {
        return JournalRules.due(kept.row()) == Action.ACKNOWLEDGE
                && patience.ready(kept.row().orderId());
    }

    private Duration pause(Outcome outcome) {
        return switch (outcome) {
            case DONE -> Duration.ZERO;
            case PORTAL_TROUBLE -> shorter(portalBackoff.failed(), polling.away());
            case CORE_TROUBLE -> shorter(coreBackoff.failed(), polling.away());
            case HALTED -> HALTED_PAUSE;
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
