package de.hypersoft.esolutions.sync.request;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.text.Json;
import jakarta.json.bind.JsonbException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Of what the refusal of a whole load speaks, for a page that tells it in its reader's language. */
public final class RefusedFacts {

    private static final int MOST = 8;
    private static final int LONGEST = 100;

    private RefusedFacts() {}

    /**
     * @param version that was sent; empty when it could not be read
     * @return the refusal's parameters as short strings, and the version
     */
    public static Map<String, String> of(Refusal refusal, String version) {
        Map<String, Object> all = new HashMap<>(refusal.parameters());
        if (!version.isEmpty()) all.putIfAbsent("version", version);
        return of(all);
    }

    public static Map<String, String> of(Map<String, ?> all) {
        Map<String, String> facts = new TreeMap<>();
        all.forEach((name, value) -> facts.put(name, shortened(String.valueOf(value))));
        while (facts.size() > MOST) facts.remove(facts.keySet().iterator().next());
        return Map.copyOf(facts);
    }

    /** @throws JsonbException when it is not what {@link #of} gave */
    static Map<String, String> read(String json) {
        Map<String, String> facts = new HashMap<>();
        Json.read(json, Map.class).forEach((name, value) -> facts.put(String.valueOf(name), String.valueOf(value)));
        return Map.copyOf(facts);
    }

    private static String shortened(String value) {
        if (value.length() <= LONGEST) return value;
        int end = Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return value.substring(0, end);
    }
}
