package de.hypersoft.esolutions.sync.menufile;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import java.util.List;
import java.util.Map;

/**
 * What a file says.
 *
 * @param document as a full load of a till; its rules are looked at by whoever takes it
 * @param rows where its things stand, by {@code CatalogFinding.key}; empty for files without rows
 * @param faults cells that cannot be read, so that their row is left out
 * @param leftOut what the file says and no menu here can hold, with how often, the most frequent first
 */
public record ReadMenu(
        CatalogDocument document, Map<String, Long> rows, List<Fault> faults, Map<String, Integer> leftOut) {

    /**
     * @param column as the file calls it
     * @param code {@code price}, {@code number}, {@code rates}, {@code content}, {@code times}, {@code choice},
     *     {@code name-missing}, {@code price-missing}, {@code formula}
     * @param said what stands there
     */
    public record Fault(long row, String column, String code, String said) {}
}
