package de.hypersoft.esolutions.certificates;

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
 * Files from outside are opened on two threads of their own and within two seconds, so that whatever is in them cannot
 * hold up the server. A file that takes longer is refused; its thread ends by itself, for the scan bounds its work.
 */
@ApplicationScoped
class PfxWorkers {

    private static final Duration MOST = Duration.ofSeconds(2);
    private static final int THREADS = 2;
    private static final int WAITING = 6;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), PfxWorkers::thread);

    PfxWorkers() {
        threads.allowCoreThreadTimeOut(true);
    }

    PfxCheck.Result run(Supplier<PfxCheck.Result> check) {
        Future<PfxCheck.Result> running;
        try {
            running = threads.submit(check::get);
        } catch (RejectedExecutionException e) {
            return refused(Finding.Kind.BUSY);
        }
        try {
            return running.get(MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            return refused(Finding.Kind.TOOK_TOO_LONG);
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            return refused(Finding.Kind.BUSY);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the check of a file failed", e.getCause());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private static PfxCheck.Result refused(Finding.Kind kind) {
        return new PfxCheck.Result(
                PfxReport.refused(Finding.of(kind, String.valueOf(MOST.toSeconds()))), List.of(), null);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "pfx-check");
        thread.setDaemon(true);
        return thread;
    }
}
