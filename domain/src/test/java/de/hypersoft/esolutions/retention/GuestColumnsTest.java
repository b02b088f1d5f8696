package de.hypersoft.esolutions.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.testing.DatabaseDump;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Whoever adds a column for text decides whether a guest's words may stand in it. */
@OnBothDatabases
class GuestColumnsTest {

    private final Store store;

    GuestColumnsTest(Store store) {
        this.store = store;
    }

    @Test
    void T65_of_every_text_column_is_decided_whether_it_may_hold_the_words_of_guests() throws SQLException {
        assertThat(DatabaseDump.textColumns(store.database()))
                .as(
                        "guest-columns.txt names each, with `guest` and a GuestTraces that empties it, or with why none can stand there")
                .containsExactlyInAnyOrderElementsOf(GuestColumns.decided());
    }
}
