package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has been refused so far, and why; the first reasons of an element are kept, at most five. */
final class Faults {

    private static final int REASONS_EACH = 5;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> refused = new HashMap<>();

    void add(String kind, String id, String code, String detail) {
        if (refused.merge(kind + ' ' + id, 1, Integer::sum) <= REASONS_EACH)
            findings.add(new Finding(kind, id, code, detail));
    }

    boolean refused(String kind, String id) {
        return refused.containsKey(kind + ' ' + id);
    }

    /** The faults of one element. */
    Of of(String kind, String id) {
        return (code, detail) -> add(kind, id, code, detail);
    }

    int size() {
        return refused.size();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    interface Of {
        void add(String code, String detail);
    }
}
