package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has been refused so far, and why; the first reasons of an element are kept, at most five. */
final class CatalogErrors {

    private static final int REASONS_EACH = 5;

    private final List<CatalogFinding> findings = new ArrayList<>();
    private final Map<String, Integer> refused = new HashMap<>();

    void add(String kind, String id, String code, String detail) {
        add(CatalogFinding.of(kind, id, code, detail));
    }

    /** It has no fault of its own, but needs something that has. */
    void follows(String kind, String id, String code, String detail, String cause) {
        add(new CatalogFinding(kind, id, null, code, detail, cause));
    }

    private void add(CatalogFinding finding) {
        if (refused.merge(finding.key(), 1, Integer::sum) <= REASONS_EACH) findings.add(finding);
    }

    boolean refused(String kind, String id) {
        return refused.containsKey(CatalogFinding.key(kind, id));
    }

    /** The faults of one element. */
    Of of(String kind, String id) {
        return (code, detail) -> add(kind, id, code, detail);
    }

    int size() {
        return refused.size();
    }

    /** @param names what people call each, by {@link CatalogFinding#key()} */
    List<CatalogFinding> findings(Map<String, String> names) {
        return findings.stream().map(f -> f.named(names.get(f.key()))).toList();
    }

    interface Of {
        void add(String code, String detail);
    }
}
