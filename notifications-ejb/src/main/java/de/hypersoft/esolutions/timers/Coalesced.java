package de.hypersoft.esolutions.timers;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/** Work that many may ask for at once: whoever asks while it runs gets one more run, together with all others who did. */
final class Coalesced {

    private enum State {
        IDLE,
        RUNNING,
        ASKED_AGAIN
    }

    private final Runnable work;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    /** @param work throws nothing */
    Coalesced(Runnable work) {
        this.work = work;
    }

    /**
     * @param executor runs it, at once or in a while, and whoever asks does not wait; when it takes no work nothing was asked
     *     for. It runs what is asked for meanwhile, too
     */
    void ask(Executor executor) {
        State before = state.getAndUpdate(now -> now == State.IDLE ? State.RUNNING : State.ASKED_AGAIN);
        if (before != State.IDLE) return;
        start(executor);
    }

    private void start(Executor executor) {
        try {
            executor.execute(() -> run(executor));
        } catch (RuntimeException refused) {
            state.set(State.IDLE);
            throw refused;
        }
    }

    private void run(Executor executor) {
        state.set(State.RUNNING);
        work.run();
        if (state.compareAndSet(State.RUNNING, State.IDLE)) return;
        try {
            start(executor);
        } catch (RejectedExecutionException stopping) {
            return; // it is idle, and who asks later is told so
        }
    }
}
