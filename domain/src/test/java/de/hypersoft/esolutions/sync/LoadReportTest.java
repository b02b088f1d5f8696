package de.hypersoft.esolutions.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.MenuState;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.sync.request.SyncStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadReportTest {

    private static final String STORED = "{\"version\":\"v1\",\"kind\":\"FULL\",\"state\":\"STAGED\","
            + "\"receivedAt\":\"2026-11-22T12:00:00Z\",\"articles\":7,\"refused\":[]}";

    @Test
    void every_state_of_a_menu_and_every_end_of_a_request_can_be_reported_by_the_same_name() {
        assertThat(MenuState.values())
                .allSatisfy(menu -> assertThat(LoadReport.State.of(menu)).hasToString(menu.name()));
        assertThat(Stream.of(SyncStage.values()).filter(SyncStage::ended))
                .isNotEmpty()
                .allSatisfy(stage -> assertThat(LoadReport.State.of(stage)).hasToString(stage.name()));
    }

    @Test
    void a_report_that_was_stored_before_is_read_and_is_written_with_the_same_words() {
        LoadReport report = Json.read(STORED, LoadReport.class);

        assertThat(report.state()).isEqualTo(LoadReport.State.STAGED);
        assertThat(report.kind()).isEqualTo(SyncRun.Kind.FULL);
        assertThat(Json.write(report)).contains("\"kind\":\"FULL\"", "\"state\":\"STAGED\"");
    }
}
