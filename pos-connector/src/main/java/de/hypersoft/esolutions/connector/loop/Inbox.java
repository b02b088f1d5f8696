package de.hypersoft.esolutions.connector.loop;

import de.hypersoft.esolutions.connector.disk.FolderLock;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * A folder in which commands leave their wishes for the running program, which alone may write the journal. A wish is a
 * file: it survives a crash, and one left while nothing runs is done at the next start.
 */
public final class Inbox {

    private static final int AT_ONCE = 100;

    private final Path folder;

    public Inbox(Path data) throws IOException {
        this.folder = data.resolve("inbox");
        FolderLock.makePrivate(folder);
    }

    /** A wish under the name by which the journal remembers having done it. */
    record Letter(String key, TillCommand wish) {}

    /** Leaves a wish. */
    public void put(TillCommand wish, Clock clock) throws IOException {
        String name = String.format("%020d-%s.json", clock.millis(), UUID.randomUUID());
        Path part = folder.resolve(name + ".part");
        try (FileOutputStream out = new FileOutputStream(part.toFile())) {
            out.write(ConnectorJson.write(wish).getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The oldest wishes; an unreadable file is set aside, not deleted. */
    List<Letter> letters() throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> oldest = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .limit(AT_ONCE)
                    .toList();
            return oldest.stream().flatMap(file -> read(file).stream()).toList();
        }
    }

    void done(Letter letter) throws IOException {
        Files.deleteIfExists(folder.resolve(letter.key()));
    }

    private static List<Letter> read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return List.of(new Letter(name, ConnectorJson.read(Files.readString(file), TillCommand.class)));
        } catch (IOException unreadable) {
            boolean moved = file.toFile()
                    .renameTo(file.resolveSibling(name + ".unreadable").toFile());
            return moved ? List.of() : List.of(new Letter(name, new TillCommand("unreadable", "", null, null)));
        }
    }
}
