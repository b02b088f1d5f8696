package de.hypersoft.esolutions.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the key-encryption keys lie: outside the database, in a file of mode 0400 or in a setting. Read again when the
 * file changes, so that rotating needs no restart. Without a file one is made in the data folder at first use.
 */
@ApplicationScoped
class KeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable KeyRing inline;
    private final @Nullable Path file;
    private volatile @Nullable Copy copy;

    protected KeyFile() { // CDI
        this.inline = null;
        this.file = null;
    }

    /** @param keys the lines themselves; then no file is looked at */
    @Inject
    KeyFile(
            @ConfigProperty(name = "esolutions.keys") Optional<String> keys,
            @ConfigProperty(name = "esolutions.key-file") Optional<String> path,
            @ConfigProperty(name = "esolutions.data") Optional<String> data) {
        this.inline = keys.map(KeyRing::read).orElse(null);
        this.file = path.map(Path::of)
                .or(() -> data.map(folder -> Path.of(folder, "keys", "certificates.keys")))
                .orElse(null);
    }

    KeyRing ring() {
        if (inline != null) return inline;
        if (file == null) throw new IllegalStateException("neither ESOLUTIONS_KEY_FILE nor a data folder is set");
        try {
            if (Files.notExists(file)) make(file);
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read", e);
        }
    }

    private KeyRing read(Path path) throws IOException {
        FileTime changed = Files.getLastModifiedTime(path);
        Copy known = copy;
        if (known != null && known.changed.equals(changed)) return known.ring;
        KeyRing ring = KeyRing.read(Files.readString(path));
        if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(path)).endsWith("------"))
            LOG.warn("the key file {} can be read by others than its owner: chmod 0400", path);
        LOG.info("keys of certificates are sealed with {}, opened with {}", ring.newest(), ring.ids());
        copy = new Copy(ring, changed);
        return ring;
    }

    /** Whole or not at all, and never over another node's. */
    private static void make(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(folder, "keys", ".new");
        try {
            byte[] key = new byte[KeyRing.BYTES];
            RANDOM.nextBytes(key);
            Files.writeString(draft, KeyRing.line(key) + "\n");
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--------"));
            Files.createLink(path, draft);
            LOG.info("made the key file {}; without it no certificate's key in the database can be opened", path);
        } catch (FileAlreadyExistsException e) {
            LOG.info("another node made the key file {}", path);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private record Copy(KeyRing ring, FileTime changed) {}
}
