package de.hypersoft.esolutions.http;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What {@link Admission} does and did, for whoever watches the server. */
public final class AdmissionFigures {

    private final FairQueue work;
    private final FairQueue uploads;
    private final AtomicInteger open = new AtomicInteger();
    private final LongAdder atOnce = new LongAdder();
    private final LongAdder badRequests = new LongAdder();
    private final LongAdder overShare = new LongAdder();
    private final LongAdder withoutWorker = new LongAdder();

    AdmissionFigures(FairQueue work, FairQueue uploads) {
        this.work = work;
        this.uploads = uploads;
    }

    public static AdmissionFigures ofServer() {
        return Admission.Shared.OF_SERVER.figures();
    }

    /** Requests that are open, those that wait and open pages among them. */
    public long open() {
        return open.get();
    }

    /** Requests that have a worker. */
    public long working() {
        return work.running();
    }

    /** Requests that wait for a worker, and larger bodies that wait to be read. */
    public long queued() {
        return work.waiting() + uploads.waiting();
    }

    /** How many were answered by {@link AtOnce}. */
    public long atOnce() {
        return atOnce.sum();
    }

    /** How many could be read in more than one way. */
    public long badRequests() {
        return badRequests.sum();
    }

    /** How many came from a client that had its share of requests open. */
    public long overShare() {
        return overShare.sum();
    }

    /** How many came while too many waited for a worker already. */
    public long withoutWorker() {
        return withoutWorker.sum();
    }

    void came() {
        open.incrementAndGet();
    }

    void left() {
        open.decrementAndGet();
    }

    void answeredAtOnce() {
        atOnce.increment();
    }

    void refused(int status) {
        switch (status) {
            case Admission.BAD_REQUEST -> badRequests.increment();
            case Admission.TOO_MANY_REQUESTS -> overShare.increment();
            default -> withoutWorker.increment();
        }
    }
}
