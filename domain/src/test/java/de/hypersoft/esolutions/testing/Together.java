package de.hypersoft.esolutions.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that do the same at the same moment. */
public final class Together {

    private Together() {}

    public static <T> List<T> run(int threads, Callable<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++)
                running.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) results.add(future.get());
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
