package de.hypersoft.esolutions.connector.journal;

import java.util.List;
import java.util.Optional;

/**
 * A journal as somebody sees it who does not write it.
 *
 * @param rows oldest first
 * @param halt why nothing is fetched, while it is so
 */
public record Seen(List<StoredRow> rows, Optional<JournalEntry.Halted> halt) {

    /** The orders that the till core has said to have booked. */
    public List<String> booked() {
        return rows.stream()
                .map(StoredRow::row)
                .filter(row -> row.state() == JournalRow.State.BOOKED)
                .map(JournalRow::orderId)
                .toList();
    }
}
