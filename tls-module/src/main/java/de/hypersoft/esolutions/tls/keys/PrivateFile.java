package de.hypersoft.esolutions.tls.keys;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** A file for this server's eyes only, which is either the old one or the new one, never half of it. */
public final class PrivateFile {

    private PrivateFile() {}

    public static void write(Path file, byte[] content, String permissions) throws IOException {
        write(file, permissions, out -> out.write(content));
    }

    /** One that is there already stays: another process may have made it at the same moment. */
    static void create(Path file, byte[] content, String permissions) throws IOException {
        Path own = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        write(own, content, permissions);
        try {
            Files.createLink(file, own);
        } catch (FileAlreadyExistsException e) {
            return; // theirs is as good as ours
        } finally {
            Files.delete(own);
        }
    }

    /** @param permissions as {@code ls} writes them, such as {@code rw-------} */
    public static void write(Path file, String permissions, Writer writer) throws IOException {
        folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        try (FileChannel channel = FileChannel.open(
                half,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            OutputStream out = Channels.newOutputStream(channel);
            writer.to(out);
            channel.force(true);
        }
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString(permissions));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes it for this server alone; one that is there stays as it is. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder))
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    public interface Writer {
        void to(OutputStream out) throws IOException;
    }
}
