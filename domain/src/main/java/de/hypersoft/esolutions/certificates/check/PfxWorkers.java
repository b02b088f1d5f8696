package de.hypersoft.esolutions.certificates.check;

import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.PfxBudget;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Files from outside are opened on two threads of their own, so that whatever is in them cannot hold up the server: what
 * one of them may cost is bounded by its {@link PfxBudget}. Whoever still has no answer after a minute is sent away, for
 * then it is the machine that is busy and not the file that is bad.
 */
@ApplicationScoped
public class PfxWorkers {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int THREADS = 2;
    private static final int WAITING = 6;

    private final Duration patience;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), PfxWorkers::thread);

    public PfxWorkers() {
        this(PATIENCE);
    }

    public PfxWorkers(Duration patience) {
        this.patience = patience;
        threads.allowCoreThreadTimeOut(true);
    }

    public PfxCheck.Result run(Supplier<PfxCheck.Result> check) {
        return run(
                check, new PfxCheck.Result(PfxReport.refused(List.of(Finding.of(Finding.Kind.BUSY))), List.of(), null));
    }

    /** @param busy the answer where the machine has no time for it */
    public <T> T run(Supplier<T> work, T busy) {
        Future<T> running;
        try {
            running = threads.submit(work::get);
        } catch (RejectedExecutionException e) {
            return busy;
        }
        try {
            return running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            return busy;
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            return busy;
        } catch (ExecutionException e) {
            throw new IllegalStateException("work on a file or key failed", e.getCause());
        }
    }

    @PreDestroy
    public void stop() {
        threads.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "pfx-check");
        thread.setDaemon(true);
        return thread;
    }
}
