package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has been refused so far, and why; of a load the first reasons of an element are kept, at most five. */
final class CatalogErrors {

    private static final int REASONS_EACH = 5;

    private final int reasonsEach;
    private final List<CatalogFinding> findings = new ArrayList<>();
    private final Map<String, Integer> refused = new HashMap<>();

    private CatalogErrors(int reasonsEach) {
        this.reasonsEach = reasonsEach;
    }

    static CatalogErrors ofLoad() {
        return new CatalogErrors(REASONS_EACH);
    }

    /** Keeps every reason. */
    static CatalogErrors all() {
        return new CatalogErrors(Integer.MAX_VALUE);
    }

    void add(String kind, String id, String code, String detail) {
        add(CatalogFinding.of(kind, id, code, detail));
    }

    /** It has no fault of its own, but needs something that has. */
    void follows(String kind, String id, String code, String detail, String cause) {
        add(new CatalogFinding(kind, id, null, code, detail, cause, ""));
    }

    private void add(CatalogFinding finding) {
        if (refused.merge(finding.key(), 1, Integer::sum) <= reasonsEach) findings.add(finding);
    }

    boolean refused(String kind, String id) {
        return refused.containsKey(CatalogFinding.key(kind, id));
    }

    /** The faults of one element. */
    Of of(String kind, String id) {
        return (at, code, detail) -> add(CatalogFinding.at(kind, id, at, code, detail));
    }

    int size() {
        return refused.size();
    }

    /** @param names what people call each, by {@link CatalogFinding#key()} */
    List<CatalogFinding> findings(Map<String, String> names) {
        return findings.stream().map(f -> f.named(names.get(f.key()))).toList();
    }

    interface Of {

        /** @param at within the element, as a JSON pointer; empty for the element */
        void add(String at, String code, String detail);

        /** The faults of what is at that place within it. */
        default Of in(String place) {
            return (at, code, detail) -> add(place + at, code, detail);
        }
    }
}
