package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.figures.Baseline;
import de.hypersoft.esolutions.bench.load.figures.Report;
import de.hypersoft.esolutions.bench.load.figures.Result;
import de.hypersoft.esolutions.bench.load.wire.KeepAlive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The neutral workload against the shipped server, beside what this machine could do. */
public final class Load {

    private final Plan plan;
    private final List<Result> results = new ArrayList<>();
    private final Map<String, String> demands = new LinkedHashMap<>();

    private Load(Plan plan) {
        this.plan = plan;
    }

    /**
     * Flags as the script {@code bench/load} documents them. Ends with 1 when an answer was wrong or a ratio got worse, with
     * 2 when there was nothing to compare.
     */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        Plan plan = Plan.of(arguments);
        Load load = new Load(plan);
        load.measure();
        int code = load.judged();
        if (code > 0) System.exit(code);
    }

    private void measure() throws Exception {
        Map<String, String> facts = new LinkedHashMap<>(Facts.of(plan));
        try (Premises premises = Premises.open(plan)) {
            facts.put("passed to the server", premises.passed());
            System.out.println(Report.heads());
            for (Reads reads : Reads.all(premises.address()))
                if (plan.wants(reads.id())) beside(premises, reads, reads.plain(premises.answers()));
            Copies copies = new Copies(premises);
            alone(premises, new Tills(premises, true, copies));
            alone(premises, new Desk(premises, false, copies));
            alone(premises, new Tills(premises, false, copies));
            alone(premises, new Desk(premises, true, copies));
            if (plan.wants("W3")) orders(premises);
            facts.put("memory in the end", premises.memory());
            if (plan.wants("W3")) {
                demands.putAll(new Afterwards(premises).counted());
                demands.putAll(new Demands(premises).counted());
            }
        }
        Report report = new Report(Facts.title(plan), facts, results, demands);
        report.write(plan.results());
        demands.forEach((what, much) -> System.out.println("per order: " + much + " " + what));
        System.out.println("written to " + plan.root().relativize(plan.results()));
    }

    private void alone(Premises premises, Operation operation) throws Exception {
        if (!plan.wants(operation.id())) return;
        for (int clients : plan.clients()) {
            try (Crowd ours = new Crowd(operation, clients, premises::usage)) {
                add(new Trial(plan.pace()).run(operation, clients, ours, "", null));
            }
        }
        operation.end();
    }

    private void beside(Premises premises, Operation operation, Operation limit) throws Exception {
        for (int clients : plan.clients()) {
            try (Crowd ours = new Crowd(operation, clients, premises::usage);
                    Crowd theirs = new Crowd(limit, clients, premises::usage)) {
                add(new Trial(plan.pace()).run(operation, clients, ours, limit.what(), theirs));
            }
        }
        operation.end();
        limit.end();
    }

    private void orders(Premises premises) throws Exception {
        Guests guests = new Guests(premises, "load");
        UUID like;
        try (KeepAlive line = new KeepAlive(premises.address())) {
            like = UUID.fromString(new Guests(premises, "raw").place(line, new Random(2)));
        }
        guests.settle();
        if (plan.postgresql()) {
            beside(premises, guests, new RawClients(premises, like));
            return;
        }
        RawInside.lay(premises, like);
        for (int clients : plan.clients()) {
            try (Crowd ours = new Crowd(guests, clients, premises::usage);
                    RawInside raw = new RawInside(premises, like, clients)) {
                add(new Trial(plan.pace()).run(guests, clients, ours, RawInside.WHAT, raw));
            }
        }
        guests.end();
    }

    private void add(Result result) {
        results.add(result);
        System.out.println(Report.row(result));
    }

    /** @return the exit code */
    private int judged() throws IOException {
        boolean wrong = results.stream().anyMatch(result -> result.errors() > 0);
        List<String> doubts = Baseline.doubts(results);
        doubts.forEach(doubt -> System.out.println("doubtful: " + doubt));
        Baseline baseline = Baseline.read(plan.baseline());
        if (plan.then() == Plan.Then.CHECK) return checked(baseline, wrong);
        if (plan.then() == Plan.Then.BASELINE) {
            if (!doubts.isEmpty()) {
                System.out.println("no baseline is made of this run");
                return 1;
            }
            baseline.with(plan.database(), plan.profile().key(), results).write(plan.baseline());
            System.out.println("written to " + plan.root().relativize(plan.baseline()));
        }
        return wrong ? 1 : 0;
    }

    private int checked(Baseline baseline, boolean wrong) {
        try {
            List<String> lost = baseline.lost(plan.database(), plan.profile().key(), results);
            lost.forEach(line -> System.out.println("WORSE: " + line));
            if (lost.isEmpty()) System.out.println("no ratio is worse than the baseline by more than a quarter");
            return wrong || !lost.isEmpty() ? 1 : 0;
        } catch (IllegalArgumentException nothing) {
            System.out.println(nothing.getMessage());
            return 2;
        }
    }
}
