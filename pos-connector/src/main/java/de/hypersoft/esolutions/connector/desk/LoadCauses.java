package de.hypersoft.esolutions.connector.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a load was refused, by what has to be mended: what was refused only because of it stands with it. */
final class LoadCauses {

    /**
     * @param reasons what is wrong with one thing, as the portal reports it
     * @param follows what needs that thing and was refused for it
     */
    record Cause(List<JsonNode> reasons, List<JsonNode> follows) {}

    private LoadCauses() {}

    /** @param refused the report's findings, each with kind, id and, when it only follows, a cause */
    static List<Cause> of(JsonNode refused) {
        Map<String, List<JsonNode>> all = new LinkedHashMap<>();
        for (JsonNode finding : refused)
            all.computeIfAbsent(key(finding), k -> new ArrayList<>()).add(finding);
        Map<String, Cause> causes = new LinkedHashMap<>();
        all.forEach((key, findings) -> {
            if (root(key, all).equals(key)) causes.put(key, new Cause(findings, new ArrayList<>()));
        });
        all.forEach((key, findings) -> {
            Cause cause = causes.get(root(key, all));
            if (cause != null && !causes.containsKey(key)) cause.follows().add(findings.get(0));
        });
        return List.copyOf(causes.values());
    }

    /** The thing at the end of the chain that has a fault of its own; itself where the chain is a circle. */
    private static String root(String key, Map<String, List<JsonNode>> all) {
        Set<String> seen = new HashSet<>();
        String at = key;
        while (seen.add(at)) {
            String cause = "";
            for (JsonNode finding : all.getOrDefault(at, List.of())) {
                cause = finding.path("cause").asText("");
                if (!finding.hasNonNull("cause")) return at;
            }
            if (!all.containsKey(cause)) return at;
            at = cause;
        }
        return key;
    }

    private static String key(JsonNode finding) {
        return finding.path("kind").asText() + " " + finding.path("id").asText();
    }
}
