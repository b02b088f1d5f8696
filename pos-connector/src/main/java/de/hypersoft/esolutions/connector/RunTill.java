package de.hypersoft.esolutions.connector;

import de.hypersoft.esolutions.connector.desk.TillCard;
import de.hypersoft.esolutions.connector.journal.Journal;
import de.hypersoft.esolutions.connector.loop.Alarms;
import de.hypersoft.esolutions.connector.loop.Contact;
import de.hypersoft.esolutions.connector.loop.Inbox;
import de.hypersoft.esolutions.connector.loop.PortalTasks;
import de.hypersoft.esolutions.connector.loop.Reporter;
import de.hypersoft.esolutions.connector.loop.TillContext;
import de.hypersoft.esolutions.connector.loop.TillLoop;
import de.hypersoft.esolutions.connector.loop.Watch;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.tillcore.BookOfBookings;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The running till: one thread that fetches and books, one that reports, one that runs errands, until somebody stops it. */
final class RunTill {

    /** 20 s in quarters of a second: the longest a step may still take. */
    private static final int LAST_STEP_QUARTERS = 80;

    /** 10 s in tenths of a second. */
    private static final int CORE_START_TENTHS = 100;

    private final ConnectorSettings settings;
    private final TillCard card;
    private final ConsoleLog say;
    private final FaultLog faults;
    private final Stop stop = new Stop();
    private final CountDownLatch finished = new CountDownLatch(1);

    RunTill(ConnectorSettings settings, TillCard card, ConsoleLog say) {
        this.settings = settings;
        this.card = card;
        this.say = say;
        this.faults = new FaultLog(settings.data(), say.clock());
    }

    /** Runs until SIGTERM or Ctrl-C. @return the exit code; 1 when the journal could not be written or the machine failed */
    int run() throws IOException, InterruptedException {
        CoreProcess child = new CoreProcess(settings, say);
        TillCoreClient.Address core = settings.tillCore().isPresent() ? settings::tillCore : child::address;
        try (child;
                Journal journal = Journal.open(settings.data(), say.clock())) {
            Portal portal = new Portal(
                    settings.portal().orElse(card.portal()),
                    card.token(),
                    settings.texts().language());
            TillContext till = till(journal, portal, new TillCoreClient(core));
            if (settings.tillCore().isEmpty())
                child.books().ifPresent(books -> compare(journal.seen().booked(), books));
            awaitCore(till.core());
            TillLoop loop = new TillLoop(till, settings.polling(), settings.backoffs());
            Reporter reporter =
                    new Reporter(till, new Inbox(settings.data()), settings.progress(), settings.backoffs());
            PortalTasks errands = new PortalTasks(till, settings.catalogues(), settings.backoffs());
            say.info("ready till=" + card.tillNumber() + " location=" + card.location() + " portal=" + card.portal()
                    + " journal=" + journal.id() + " rows=" + journal.rows().size());
            Thread claiming = thread("claiming", () -> loop.turn(), this::pause);
            Thread reporting = thread("reporting", () -> reporter.turn(), journal::awaitNews);
            Thread running = thread("errands", () -> errands.turn(), journal::awaitNews);
            onShutdown(portal);
            claiming.join();
            reporting.join();
            running.join();
        }
        say.info("stopped");
        finished.countDown();
        return stop.failed() ? 1 : 0;
    }

    private TillContext till(Journal journal, Portal portal, TillCoreClient core) {
        Watch watch = new Watch(say.clock(), System::nanoTime);
        Alarms alarms = new Alarms(say, watch, Duration.ofMinutes(5));
        Contact contact = new Contact(watch, alarms, settings.texts(), say, settings.alarmAfter());
        return new TillContext(journal, portal, core, watch, contact, alarms, settings.texts(), say);
    }

    /** Goes on all the same: what guests order now has to be cooked, and a person mends the book. */
    private void compare(List<String> booked, BookOfBookings books) {
        List<String> missing = books.missing(booked);
        if (!missing.isEmpty()) {
            say.warn("bookings missing=" + missing.size() + " of=" + booked.size() + ": "
                    + settings.texts()
                            .of(
                                    "note.book-short",
                                    BookOfBookings.bookings(settings.data().resolve(BookOfBookings.FOLDER))
                                            .toString(),
                                    Integer.toString(missing.size()),
                                    Integer.toString(booked.size())));
        }
    }

    /** A core that is just starting is no trouble yet. */
    private void awaitCore(TillCoreClient core) {
        for (int tries = 0; tries < CORE_START_TENTHS && !stop.asked(); tries++) {
            try {
                core.health();
                return;
            } catch (TillCoreClient.Away notYet) {
                if (notYet.damage().isPresent()) {
                    return; // no waiting helps; the first turn raises the alarm
                }
                pause(Duration.ofMillis(100));
            }
        }
    }

    private Thread thread(String name, RepeatingTask.Turn turn, RepeatingTask.Rest rest) {
        Thread thread = new Thread(new RepeatingTask(turn, rest, stop, faults, settings.texts(), say), name);
        thread.start();
        return thread;
    }

    private void pause(Duration pause) {
        try {
            if (stop.awaited(pause)) say.info("stopping");
        } catch (InterruptedException told) {
            stop.ask();
        }
    }

    /** Finishes the step at hand: a waiting claim is hung up, everything else ends by itself. */
    private void onShutdown(Portal portal) {
        Thread hook = new Thread(
                () -> {
                    stop.ask();
                    for (int tries = 0; tries < LAST_STEP_QUARTERS && !finishedWithin(250); tries++) portal.hangUp();
                },
                "stopping");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private boolean finishedWithin(long millis) {
        try {
            return finished.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException told) {
            return true;
        }
    }
}
