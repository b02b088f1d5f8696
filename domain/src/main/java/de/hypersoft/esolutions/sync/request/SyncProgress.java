package de.hypersoft.esolutions.sync.request;

import de.hypersoft.esolutions.sync.LoadReport;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A requested sync as its page shows it.
 *
 * @param till the till that was asked, empty when none was there
 * @param total bytes to come; 0 while not known
 * @param version what guests see through this request; empty when nothing changed for them
 * @param refused how many parts of the load were left out; its report names them
 * @param code why the load was refused, or null
 * @param facts of what the refusal speaks, by name, as in {@link LoadReport}
 */
public record SyncProgress(
        SyncStage stage,
        String askedBy,
        String till,
        Instant requestedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        long received,
        long total,
        String version,
        int articles,
        int refused,
        @Nullable String code,
        @Nullable String detail,
        Map<String, String> facts) {}
