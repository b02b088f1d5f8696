package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.MenuState;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.sync.held.Loss;
import de.hypersoft.esolutions.sync.request.SyncStage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a load, as the till and the portal are told.
 *
 * @param state as it stands now, and for a request how it ended
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
        SyncRun.Kind kind,
        State state,
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

    /** Stored in reports and told to tills by its name. */
    public enum State {
        STAGED,
        HELD,
        PUBLISHED,
        SUPERSEDED,
        DISCARDED,
        /** Nothing of it was taken. */
        REFUSED,
        /** Of a request: the till sent what guests saw already. */
        UNCHANGED,
        /** Of a request: no till was there to be asked. */
        TILL_AWAY,
        /** Of a request: the till did not answer. */
        SILENT,
        /** Of a request: the till answered, and no data came. */
        NO_DATA;

        public static State of(MenuState menu) {
            return valueOf(menu.name());
        }

        /** @param ended a stage that does not change any more */
        public static State of(SyncStage ended) {
            return valueOf(ended.name());
        }
    }

    /** @param onSale how many dishes there are for guests, or were sent first; {@code dishes} so many of them are missing */
    public record Missing(int onSale, int dishes) {
        static Missing of(Loss loss) {
            return new Missing(loss.onSale(), loss.dishes().size());
        }
    }

    public LoadReport in(State newState) {
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
