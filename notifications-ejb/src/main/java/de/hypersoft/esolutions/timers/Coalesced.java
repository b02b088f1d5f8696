package de.hypersoft.esolutions.timers;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** Work that many may ask for at once: whoever asks while it runs gets one more run, together with all others who did. */
final class Coalesced {

    private enum State {
        IDLE,
        RUNNING,
        ASKED_AGAIN
    }

    private final Runnable gather;
    private final Runnable work;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    /** @param work throws nothing */
    Coalesced(Runnable work) {
        this(() -> {}, work);
    }

    /** @param gather waits for others who ask, before each run: they are served by that run; throws nothing either */
    Coalesced(Runnable gather, Runnable work) {
        this.gather = gather;
        this.work = work;
    }

    /** @param executor runs it, and whoever asks does not wait; when it takes no work nothing was asked for */
    void ask(Executor executor) {
        State before = state.getAndUpdate(now -> now == State.IDLE ? State.RUNNING : State.ASKED_AGAIN);
        if (before != State.IDLE) return;
        try {
            executor.execute(this::run);
        } catch (RuntimeException refused) {
            state.set(State.IDLE);
            throw refused;
        }
    }

    private void run() {
        do {
            gather.run();
            state.set(State.RUNNING);
            work.run();
        } while (!state.compareAndSet(State.RUNNING, State.IDLE));
    }
}
