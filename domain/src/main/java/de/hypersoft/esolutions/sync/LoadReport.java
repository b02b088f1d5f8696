package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.sync.held.Loss;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a load, as the till and the portal are told.
 *
 * @param state STAGED, HELD, PUBLISHED, SUPERSEDED or DISCARDED; REFUSED when nothing of it was taken
 * @param articles how many articles are in the menu it makes
 * @param refused each part that was left out, and why
 * @param code why the whole was refused, or null
 * @param changes what it changes for guests; null when nothing of it was taken
 * @param notes what was taken and is worth knowing, such as members that nobody reads; none in reports of before
 * @param facts of what the refusal of the whole speaks, by name: {@code encoding}, {@code line}, {@code field}, {@code version};
 *     empty when it was taken, and in reports of before
 * @param missing why it is held until a person has looked; null when it is not
 */
public record LoadReport(
        String version,
        @Nullable String baseVersion,
        String kind,
        String state,
        Instant receivedAt,
        int articles,
        List<CatalogFinding> refused,
        @Nullable String code,
        @Nullable String detail,
        @Nullable MenuChanges changes,
        @Nullable Missing missing,
        List<CatalogFinding> notes,
        Map<String, String> facts) {

    public LoadReport {
        notes = List.copyOf(Objects.requireNonNullElse(notes, List.of())); // older reports have none
        facts = Map.copyOf(Objects.requireNonNullElse(facts, Map.of()));
    }

    /** @param onSale how many dishes there are for guests, or were sent first; {@code dishes} so many of them are missing */
    public record Missing(int onSale, int dishes) {
        static Missing of(Loss loss) {
            return new Missing(loss.onSale(), loss.dishes().size());
        }
    }

    public LoadReport in(String newState) {
        return new LoadReport(
                version,
                baseVersion,
                kind,
                newState,
                receivedAt,
                articles,
                refused,
                code,
                detail,
                changes,
                missing,
                notes,
                facts);
    }
}
