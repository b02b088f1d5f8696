package de.hypersoft.esolutions.connector.desk;

import de.hypersoft.esolutions.connector.disk.FolderLock;
import de.hypersoft.esolutions.connector.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

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

    public static Optional<TillCard> read(Path data) throws IOException {
        Path file = data.resolve(FILE);
        return Files.exists(file) ? Optional.of(Json.read(Files.readString(file), TillCard.class)) : Optional.empty();
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
        Files.write(part, Json.write(this).getBytes(StandardCharsets.UTF_8));
        Files.move(part, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
