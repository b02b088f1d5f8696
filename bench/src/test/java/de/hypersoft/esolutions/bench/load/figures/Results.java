package de.hypersoft.esolutions.bench.load.figures;

import java.util.List;

/** Made-up results of one window of one second. */
final class Results {

    private static final Usage QUIET = new Usage(1_000, 700, 100, 300, 820, 310);

    private Results() {}

    static Result of(String operation, int clients, double rate, double limit) {
        return Result.of(operation, "words", clients, List.of(window(rate)), "a limit", List.of(window(limit)), true);
    }

    static Result alone(String operation, int clients, double rate) {
        return Result.of(operation, "words", clients, List.of(window(rate)), "", List.of(), true);
    }

    static Result doubtful(String operation, int clients) {
        Usage busy = new Usage(1_000, 400, 100, 300, 900, 310);
        Window window = new Window(1, new Latencies(), 1, busy);
        return Result.of(operation, "words", clients, List.of(window), "", List.of(), false);
    }

    /** Whole operations at a rate that need not be whole; each took 2 ms. */
    static Window window(double rate) {
        Latencies latencies = new Latencies();
        for (int i = 0; i < 600; i++) latencies.add(2_000_000);
        return rate == 0 ? new Window(1, new Latencies(), 0, QUIET) : new Window(600 / rate, latencies, 0, QUIET);
    }
}
