package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a load, as the till and the portal are told.
 *
 * @param state STAGED, PUBLISHED or SUPERSEDED; REFUSED when nothing of it was taken
 * @param articles how many articles are in the menu it makes
 * @param refused each part that was left out, and why
 * @param code why the whole was refused, or null
 */
public record LoadReport(
        String version,
        @Nullable String baseVersion,
        String kind,
        String state,
        Instant receivedAt,
        int articles,
        List<Finding> refused,
        @Nullable String code,
        @Nullable String detail,
        @Nullable MenuChanges changes) {

    LoadReport in(String newState) {
        return new LoadReport(
                version, baseVersion, kind, newState, receivedAt, articles, refused, code, detail, changes);
    }
}
