package de.hypersoft.esolutions.connector.desk;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.disk.FolderLock;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What pairing left in the data folder: who this till is, and the token that proves it. The file is readable for its
 * owner only, from the moment it exists.
 */
public record TillCard(
        URI portal, String token, String tillId, int tillNumber, String tillName, String location, boolean headOffice) {

    private static final String FILE = "till.json";

    @Override
    public String toString() {
        return "till " + tillNumber + " \"" + tillName + "\" of " + location + " at " + portal;
    }

    /** The card is torn, empty or not what pairing wrote: only pairing makes a new one. */
    public static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(Path file, @Nullable IOException why) {
            super(file + " is damaged; get a PIN in the portal (Tills, replace the device), then pair", why);
        }
    }

    public static boolean exists(Path data) {
        return Files.exists(data.resolve(FILE));
    }

    /** @return empty when this folder was never paired; @throws Damaged when it was, and nobody can read it any more */
    public static Optional<TillCard> read(Path data) throws IOException {
        Path file = data.resolve(FILE);
        return Files.exists(file) ? Optional.of(read(file, Files.readAllBytes(file))) : Optional.empty();
    }

    private static TillCard read(Path file, byte[] bytes) throws Damaged {
        JsonNode card = ConnectorJson.tree(bytes);
        boolean whole = Stream.of("portal", "token", "tillId", "tillName", "location")
                .allMatch(member -> card.path(member).isTextual());
        if (!whole
                || card.path("portal").asText().isBlank()
                || card.path("token").asText().isBlank()) {
            throw new Damaged(file, null);
        }
        try {
            return ConnectorJson.shape(card, TillCard.class);
        } catch (IOException unreadable) {
            throw new Damaged(file, unreadable);
        }
    }

    void store(Path data) throws IOException {
        FolderLock.makePrivate(data);
        Path part = data.resolve(FILE + ".part");
        Files.deleteIfExists(part);
        boolean posix = data.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(part, mode);
        Files.write(part, ConnectorJson.write(this).getBytes(StandardCharsets.UTF_8));
        Files.move(part, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
