package de.hypersoft.esolutions.connector;

import de.hypersoft.esolutions.connector.disk.CannotWrite;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import java.io.IOException;
import java.time.Duration;

/**
 * Does one thing again and again until the till stops. A fault nobody foresaw is one alarm and another try; what the
 * machine itself breaks on stops the whole till, since one that only looks alive is worse than one that is started anew.
 */
final class RepeatingTask implements Runnable {

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

    private final Turn turn;
    private final Rest rest;
    private final Stop stop;
    private final FaultLog faults;
    private final ConnectorTexts texts;
    private final ConsoleLog say;

    RepeatingTask(Turn turn, Rest rest, Stop stop, FaultLog faults, ConnectorTexts texts, ConsoleLog say) {
        this.turn = turn;
        this.rest = rest;
        this.stop = stop;
        this.faults = faults;
        this.texts = texts;
        this.say = say;
    }

    /** @return how long nothing is due */
    interface Turn {
        Duration turn() throws IOException;
    }

    /** Waits so long, or until there is news. */
    interface Rest {
        void rest(Duration pause) throws InterruptedException;
    }

    @Override
    public void run() {
        try {
            while (!stop.asked()) again();
        } finally {
            if (!stop.asked()) {
                stop.fail(); // the fault was one too many even for being told
            }
        }
    }

    private void again() {
        try {
            once();
        } catch (CannotWrite full) {
            stop.fail();
            say.alarm("stopping: " + full.words(texts));
        } catch (IOException journal) {
            stop.fail();
            say.alarm("stopping: this till can not write to its disk: " + journal.getMessage());
        } catch (InterruptedException told) {
            stop.ask();
        }
    }

    private void once() throws IOException, InterruptedException {
        try {
            Duration pause = turn.turn();
            if (!pause.isZero() && !stop.asked()) rest.rest(pause);
        } catch (RuntimeException fault) {
            say.alarm("fault in " + told(fault));
            stop.awaited(AFTER_A_FAULT);
        } catch (Error fault) {
            stop.fail(); // before any word, for which there may be no memory left
            say.alarm("stopping: fault in " + told(fault));
        }
    }

    /** What broke and where, in one line; its message may hold a guest's data and stands with the trace. */
    private String told(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String place = Thread.currentThread().getName() + ": "
                + fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
        try {
            faults.note(fault);
            return place + ", more in " + FaultLog.FILE;
        } catch (IOException full) {
            return place + ", and " + FaultLog.FILE + " can not be written: " + full.getMessage();
        }
    }
}
