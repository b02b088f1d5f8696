package de.hypersoft.esolutions.connector.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObstacleTest {

    @Test
    void a_read_only_disk_is_not_taken_for_a_folder_of_somebody_else_nor_for_a_full_disk() {
        assertThat(Obstacle.of(new FileSystemException("journal.lock", null, "Read-only file system")))
                .isEqualTo(Obstacle.READ_ONLY);
        assertThat(Obstacle.of(new FileNotFoundException("journal.log (Das Dateisystem ist nur lesbar)")))
                .isEqualTo(Obstacle.READ_ONLY);
        assertThat(Obstacle.of(new AccessDeniedException("journal.lock"))).isEqualTo(Obstacle.DENIED);
        assertThat(Obstacle.of(new IOException("File too large"))).isEqualTo(Obstacle.TOO_LARGE);
        assertThat(Obstacle.of(new IOException("No space left on device"))).isEqualTo(Obstacle.FULL);
        assertThat(Obstacle.of(new IOException("Input/output error"))).isEqualTo(Obstacle.OTHER);
    }

    @Test
    void a_till_on_a_read_only_disk_says_what_to_do_and_where_its_orders_are(@TempDir Path folder) {
        Path lock = folder.resolve("journal.lock");
        CannotWrite refused =
                new CannotWrite(lock, new FileSystemException(lock.toString(), null, "Read-only file system"));

        assertThat(refused.words(new ConnectorTexts(Locale.ENGLISH)))
                .startsWith(lock + " can not be written (Read-only file system): the disk is read-only.")
                .contains("orders wait in the portal", "made writable again", "start the till again")
                .doesNotContain("Free some space");
        assertThat(refused.words(new ConnectorTexts(Locale.GERMAN)))
                .contains("schreibgeschützt", "wieder beschreibbar")
                .doesNotContain("Platz schaffen");
    }

    @Test
    void a_till_of_another_user_says_who_has_to_start_it(@TempDir Path folder) {
        CannotWrite refused = new CannotWrite(folder, new AccessDeniedException("journal.lock"));

        assertThat(refused.words(new ConnectorTexts(Locale.ENGLISH))).contains("as the user who owns the data folder");
        assertThat(refused.words(new ConnectorTexts(Locale.GERMAN))).contains("als Eigentümer des Datenordners");
    }

    @Test
    void a_lock_the_disk_refuses_is_told_as_what_can_not_be_written(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("journal.lock"));

        CannotWrite refused = catchThrowableOfType(CannotWrite.class, () -> FolderLock.take(folder, "journal.lock"));

        assertThat(refused.file()).endsWith("journal.lock");
    }
}
