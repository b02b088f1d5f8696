package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.figures.Surroundings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** On what and how it is measured, in words. */
final class Facts {

    private Facts() {}

    static String title(Plan plan) {
        return "Load on " + (plan.postgresql() ? "PostgreSQL" : "H2") + ", profile "
                + plan.profile().key();
    }

    /** In the order to be told. */
    static Map<String, String> of(Plan plan) throws IOException, InterruptedException {
        Map<String, String> facts = new LinkedHashMap<>(Surroundings.of(plan.root()));
        facts.put("processors", "server and database on " + Plan.SERVER_CPU + ", load client on " + Plan.CLIENT_CPU);
        facts.put(
                "durability",
                plan.postgresql()
                        ? "PostgreSQL with fsync and synchronous_commit on"
                        : "H2 with a write delay of 0, which survives a killed server; weaker than PostgreSQL's, it does"
                                + " no fsync for each commit");
        facts.put("profile", plan.profile().key());
        facts.put(
                "stored",
                "500 articles in 1,501 sizes, %,d orders of the past, %,d other locations; each order that is placed stays"
                        .formatted(plan.stored(), plan.others()));
        facts.put(
                "windows",
                "%d of %.0f s each, in turns with the limit; before them as many of %.0f s as it takes until three in a"
                                .formatted(
                                        plan.pace().windows(),
                                        plan.pace().seconds(),
                                        plan.pace().warmSeconds())
                        + " row lie within 10 %, for " + plan.pace().warmMost() + " s at most");
        facts.put("clients", "closed loop, kept connections, no pause");
        return facts;
    }
}
