package de.hypersoft.esolutions.connector.conformance;

import de.hypersoft.esolutions.connector.conformance.Verdict.Outcome;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Collects what was seen; a rule that was broken once stays broken, with the first evidence. Safe for several threads. */
public final class Report {

    private final Map<Rule, String> kept = new EnumMap<>(Rule.class);
    private final Map<Rule, String> broken = new EnumMap<>(Rule.class);
    private final Map<Rule, String> unseen = new EnumMap<>(Rule.class);
    private final Set<Rule> listed = EnumSet.allOf(Rule.class);

    public synchronized void kept(Rule rule, String evidence) {
        kept.putIfAbsent(rule, evidence);
    }

    public synchronized void broken(Rule rule, String evidence) {
        broken.putIfAbsent(rule, evidence);
    }

    /** Why a rule can not show in this run. */
    public synchronized void unseen(Rule rule, String why) {
        unseen.putIfAbsent(rule, why);
    }

    /** @param holds else it is broken, with the other evidence */
    public void judge(Rule rule, boolean holds, String whenKept, String whenBroken) {
        if (holds) kept(rule, whenKept);
        else broken(rule, whenBroken);
    }

    /** The till books by itself: what is asked of a program behind TILL-CORE.md is not asked of it. */
    public synchronized void withoutCore() {
        listed.removeIf(Rule::ofTheCore);
    }

    /** One for each rule, in the order of {@link Rule}. */
    public synchronized List<Verdict> verdicts() {
        return Stream.of(Rule.values())
                .filter(listed::contains)
                .map(this::verdict)
                .toList();
    }

    private Verdict verdict(Rule rule) {
        String against = broken.get(rule);
        if (against != null) return new Verdict(rule, Outcome.BROKEN, against);
        String evidence = kept.get(rule);
        return evidence == null
                ? new Verdict(rule, Outcome.UNSEEN, unseen.getOrDefault(rule, "the run did not come so far"))
                : new Verdict(rule, Outcome.KEPT, evidence);
    }

    /** 0: all rules are kept; 1: some are broken; 3: none is broken, and some could not be seen. */
    public int exitCode() {
        if (count(Outcome.BROKEN) > 0) return 1;
        return count(Outcome.UNSEEN) > 0 ? 3 : 0;
    }

    /** For people: two lines for each rule, and a last one with the sums. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Verdict verdict : verdicts()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-6s %s: %s (%s)%n       %s%n",
                    verdict.outcome(),
                    verdict.rule().id(),
                    verdict.rule().sentence(),
                    verdict.rule().source(),
                    verdict.evidence()));
        }
        return text + "result: " + sums() + " (exit code " + exitCode() + ")";
    }

    /** For programs. @param about what else is to stand at its top, such as who was tried and when */
    public String json(Map<String, String> about) {
        Map<String, Object> whole = new LinkedHashMap<>(about);
        whole.put("kept", count(Outcome.KEPT));
        whole.put("broken", count(Outcome.BROKEN));
        whole.put("unseen", count(Outcome.UNSEEN));
        List<Map<String, String>> rules = new ArrayList<>();
        for (Verdict verdict : verdicts()) {
            Map<String, String> rule = new LinkedHashMap<>();
            rule.put("rule", verdict.rule().id());
            rule.put("says", verdict.rule().sentence());
            rule.put("source", verdict.rule().source());
            rule.put("verdict", verdict.outcome().name());
            rule.put("evidence", verdict.evidence());
            rules.add(rule);
        }
        whole.put("rules", rules);
        return ConnectorJson.write(whole);
    }

    private String sums() {
        return count(Outcome.KEPT) + " rules kept, " + count(Outcome.BROKEN) + " broken, " + count(Outcome.UNSEEN)
                + " not seen";
    }

    private long count(Outcome outcome) {
        return verdicts().stream()
                .filter(verdict -> verdict.outcome() == outcome)
                .count();
    }
}
