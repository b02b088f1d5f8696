package de.hypersoft.esolutions.connector.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalTasksTest {

    private static final String ASKED =
            "[{\"id\":\"t1\",\"kind\":\"SEND_CATALOG\",\"orderId\":\"\",\"text\":\"Stammdaten senden\"}]";

    private final Path folder;

    PortalTasksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_catalogue_goes_out_when_the_portal_asks_and_only_once() throws IOException {
        try (Rig rig = asked("v7")) {
            rig.runErrands(3);
            rig.turn(); // the portal has not taken its task back yet
            rig.runErrands(3);

            assertThat(rig.portal.tasksDone).containsExactly("t1");
            assertThat(rig.portal.catalogues).containsExactly("v7");
        }
    }

    @Test
    void nobody_is_called_to_the_till_for_it_and_the_reporter_leaves_it_alone() throws IOException {
        try (Rig rig = asked("v7")) {
            rig.report();

            assertThat(rig.portal.tasksDone).isEmpty();
            assertThat(rig.logged()).doesNotContain("ALARM");
        }
    }

    @Test
    void a_till_without_a_catalogue_says_so_and_calls_a_person() throws IOException {
        try (Rig rig = new Rig(folder)) {
            rig.portal.tasks = ASKED;
            rig.turn();
            rig.runErrands(3);

            assertThat(rig.portal.tasksDone).containsExactly("t1 unable");
            assertThat(rig.portal.catalogues).isEmpty();
            assertThat(rig.logged()).contains("ALARM").contains("load-catalog");
        }
    }

    @Test
    void after_a_crash_before_the_data_were_through_they_are_sent_again() throws IOException {
        try (Rig rig = asked("v7")) {
            rig.portal.force("/catalog", 503);
            rig.runErrands(1);
            assertThat(rig.portal.catalogues).isEmpty();

            rig.portal.force("", 0);
            rig.restart();
            rig.runErrands(1);

            assertThat(rig.portal.catalogues).containsExactly("v7");
        }
    }

    @Test
    void a_refused_catalogue_is_not_sent_over_and_over() throws IOException {
        try (Rig rig = asked("v7")) {
            rig.portal.force("/catalog", 422);
            rig.runErrands(30);

            assertThat(rig.portal.calls).filteredOn("/catalog"::equals).hasSize(1);
            assertThat(rig.logged()).contains("catalogue refused version=v7");
        }
    }

    @Test
    void a_catalogue_that_somebody_discarded_is_not_said_to_be_sent() throws IOException {
        try (Rig rig = asked("v7")) {
            rig.portal.catalogueState = "DISCARDED";
            rig.runErrands(3);

            assertThat(rig.logged())
                    .contains("catalogue not shown version=v7")
                    .contains("somebody discarded this version")
                    .doesNotContain("catalogue sent");
        }
    }

    @Test
    void an_errand_that_was_called_off_sends_nothing() throws IOException {
        try (Rig rig = asked("v7")) {
            rig.portal.force("/tasks", 404);
            rig.runErrands(3);

            assertThat(rig.portal.catalogues).isEmpty();
        }
    }

    @Test
    void while_the_portal_is_away_it_is_tried_again_and_less_often() throws IOException {
        try (Rig rig = asked("v7")) {
            rig.portal.force("/tasks", 503);
            rig.runErrands(60);

            assertThat(rig.portal.calls).filteredOn("/tasks/t1/done"::equals).hasSizeBetween(2, 10);
            rig.portal.force("", 0);
            rig.runErrands(300);
            assertThat(rig.portal.catalogues).containsExactly("v7");
        }
    }

    private Rig asked(String version) throws IOException {
        Rig rig = new Rig(folder);
        Files.writeString(rig.catalogue(), "{\"version\":\"" + version + "\"}");
        rig.portal.tasks = ASKED;
        rig.turn();
        return rig;
    }
}
