package de.hypersoft.esolutions.portal.sync;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.text.FileWords;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.sync.LoadReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of one load: each cause once, with what could not be taken because of it below.
 *
 * @param causes what has to be mended, in the order of the load
 * @param notes what was taken all the same
 * @param words whether an allergen stands among the causes that a person can say the meaning of
 */
public record ReportPage(
        VisibleLocations.Site site, LoadReport report, List<Cause> causes, List<CatalogFinding> notes, boolean words) {

    private static final Set<String> WORDS = Set.of("unknown-allergen", "ambiguous-allergen");

    /** A thing that cannot be taken. */
    public record Thing(String kind, String id, String name) {}

    /** @param reasons what is wrong with it itself; @param follows what needs it, and so was refused too */
    public record Cause(Thing thing, List<CatalogFinding> reasons, List<Thing> follows) {}

    static ReportPage of(VisibleLocations.Site site, LoadReport report) {
        boolean words = report.refused().stream().anyMatch(f -> WORDS.contains(f.code()));
        return new ReportPage(site, report, causes(report.refused()), report.notes(), words);
    }

    /** What of the load a reason speaks of, as the till wrote it; empty when it quotes nothing. */
    public static String quoted(CatalogFinding finding) {
        return FileWords.quoted(finding.detail(), 0);
    }

    /** How a misspelt member is written rightly; empty for every other reason. */
    public static String meant(CatalogFinding finding) {
        if (!finding.code().equals("misspelt-member")) return "";
        return FileWords.quoted(finding.detail(), 1);
    }

    static List<Cause> causes(List<CatalogFinding> refused) {
        Map<String, List<CatalogFinding>> all = new LinkedHashMap<>();
        for (CatalogFinding finding : refused)
            all.computeIfAbsent(finding.key(), k -> new ArrayList<>()).add(finding);
        Map<String, List<CatalogFinding>> reasons = new LinkedHashMap<>();
        Map<String, List<Thing>> follows = new LinkedHashMap<>();
        all.forEach((key, findings) -> {
            String root = root(key, all);
            if (root.equals(key))
                reasons.put(
                        key, findings.stream().filter(f -> f.cause() == null).toList());
            else follows.computeIfAbsent(root, r -> new ArrayList<>()).add(thing(findings.get(0)));
        });
        List<Cause> causes = new ArrayList<>();
        reasons.forEach((key, own) -> {
            List<CatalogFinding> findings = all.getOrDefault(key, own);
            causes.add(new Cause(
                    thing(findings.get(0)), own.isEmpty() ? findings : own, follows.getOrDefault(key, List.of())));
        });
        return List.copyOf(causes);
    }

    /** The thing with a fault of its own at the end of the chain; itself when there is none, or the chain is a circle. */
    private static String root(String key, Map<String, List<CatalogFinding>> all) {
        Set<String> seen = new HashSet<>();
        String at = key;
        while (seen.add(at)) {
            List<CatalogFinding> findings = all.getOrDefault(at, List.of());
            if (findings.isEmpty() || findings.stream().anyMatch(f -> f.cause() == null)) return at;
            String cause = findings.get(0).cause();
            if (cause == null || !all.containsKey(cause)) return at;
            at = cause;
        }
        return key;
    }

    private static Thing thing(CatalogFinding finding) {
        String name = finding.name();
        return new Thing(finding.kind(), finding.id(), name == null ? "" : name);
    }
}
