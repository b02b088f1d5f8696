package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.figures.Latencies;
import de.hypersoft.esolutions.bench.load.figures.Usage;
import de.hypersoft.esolutions.bench.load.figures.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many clients of one operation in a closed loop: each asks again as soon as it has its answer, without a pause. */
final class Crowd implements Measured {

    private static final int TOLD = 3;

    private final Operation operation;
    private final Look look;
    private final List<Operation.Call> calls = new ArrayList<>();
    private final ExecutorService threads;
    private int told;

    /** Looks at what the processors did so far. */
    interface Look {
        Usage now() throws Exception;
    }

    Crowd(Operation operation, int clients, Look look) throws Exception {
        this.operation = operation;
        this.look = look;
        for (int client = 0; client < clients; client++) calls.add(operation.call(client));
        threads = Executors.newFixedThreadPool(clients);
    }

    /** Until the operations' own time is that long; what is laid out between rounds does not count. */
    @Override
    public Window window(double seconds) throws Exception {
        List<Latencies> parts = new ArrayList<>();
        Usage usage = Usage.NONE;
        double ran = 0;
        int errors = 0;
        while (ran < seconds) {
            operation.before(calls.size());
            Usage before = look.now();
            long begin = System.nanoTime();
            long end = begin + (long) ((seconds - ran) * 1e9);
            List<Callable<Done>> work = new ArrayList<>();
            for (Operation.Call call : calls) work.add(() -> run(call, end));
            for (Future<Done> one : threads.invokeAll(work)) {
                Done done = one.get();
                parts.add(done.latencies());
                errors += done.errors();
            }
            ran += (System.nanoTime() - begin) / 1e9;
            usage = usage.plus(look.now().since(before));
        }
        Usage before = look.now();
        operation.settle();
        return new Window(
                ran, Latencies.merged(parts), errors, usage.plus(look.now().since(before)));
    }

    private record Done(Latencies latencies, int errors) {}

    private Done run(Operation.Call call, long end) {
        Latencies latencies = new Latencies();
        int errors = 0;
        long begin = System.nanoTime();
        for (int i = 0; i < operation.round() && begin < end; i++) {
            try {
                call.make();
                long now = System.nanoTime();
                latencies.add(now - begin);
                begin = now;
            } catch (Exception wrong) {
                errors++;
                tell(wrong);
                begin = System.nanoTime();
            }
        }
        return new Done(latencies, errors);
    }

    private synchronized void tell(Exception wrong) {
        if (told++ < TOLD) System.out.println(operation.id() + ": " + wrong);
    }

    @Override
    public void close() throws Exception {
        threads.shutdownNow();
        for (Operation.Call call : calls) call.close();
    }
}
