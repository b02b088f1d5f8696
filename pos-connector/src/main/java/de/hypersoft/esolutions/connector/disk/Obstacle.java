package de.hypersoft.esolutions.connector.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;

/** What keeps a disk from taking what is written: each asks something else of the people at the till. */
public enum Obstacle {
    FULL("full", "no space left", "not enough space", "kein speicherplatz"),
    TOO_LARGE("too-large", "file too large", "zu groß"),
    READ_ONLY("read-only", "read-only file system", "nur lesbar", "write protected", "schreibgeschützt"),
    DENIED(
            "denied",
            "permission denied",
            "operation not permitted",
            "access is denied",
            "keine berechtigung",
            "die operation ist nicht erlaubt",
            "zugriff verweigert"),
    OTHER("other");

    private final String key;
    private final List<String> words;

    /** @param words the operating system's, in the languages of tills: Java has no name for most of these */
    Obstacle(String key, String... words) {
        this.key = key;
        this.words = List.of(words);
    }

    /** The end of the keys of its texts. */
    public String key() {
        return key;
    }

    public static Obstacle of(Throwable failure) {
        if (failure instanceof CannotWrite noWrite) return noWrite.obstacle();
        if (failure instanceof AccessDeniedException) return DENIED;
        if (failure instanceof ReadOnlyFileSystemException) return READ_ONLY;
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        for (Obstacle each : values()) {
            if (each.words.stream().anyMatch(said::contains)) return each;
        }
        return OTHER;
    }

    /** What failed at this place; a mount that is read-only is told whatever language the machine speaks. */
    static Obstacle at(Path place, IOException failure) {
        return readOnly(place, failure) ? READ_ONLY : of(failure);
    }

    private static boolean readOnly(Path place, IOException failure) {
        Path there = place.toAbsolutePath();
        while (!Files.exists(there)) {
            Path above = there.getParent();
            if (above == null) return false;
            there = above;
        }
        try {
            return Files.getFileStore(there).isReadOnly();
        } catch (IOException unknown) {
            failure.addSuppressed(unknown);
            return false;
        }
    }
}
