package de.hypersoft.esolutions.connector.desk;

import de.hypersoft.esolutions.connector.disk.CannotWrite;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Whether the data folder takes what a till has to remember: writes a file as the journal does, and reads it back. */
final class DiskCheck {

    /** A journal is rewritten above 8 MB, with the old one beside the new; the simulator's books and tickets grow too. */
    static final long LEAST_MEGABYTES = 100;

    private static final String PROBE = "doctor.probe";
    private static final int GROWTH = 256 * 1024;
    private static final long MEGABYTE = 1024L * 1024;

    private DiskCheck() {}

    /** @return where it looked: the folder, or where it would be made */
    static Path write(Path data) throws IOException {
        Path folder = existing(data);
        Path probe = folder.resolve(PROBE);
        byte[] text = "written by the doctor".repeat(200).getBytes(StandardCharsets.UTF_8);
        try {
            try (FileOutputStream out = new FileOutputStream(probe.toFile())) {
                out.write(text);
                out.getFD().sync();
            }
            if (!Arrays.equals(Files.readAllBytes(probe), text)) throw new IOException(probe + ": read back differs");
        } catch (IOException refused) {
            throw new CannotWrite(probe, refused);
        } finally {
            Files.deleteIfExists(probe);
        }
        return folder;
    }

    /**
     * Whether a log that is there can take a day's lines: that it may be written, and that a file may be so long. The
     * lines go into a probe beside it that begins where the log ends; in the log itself they could come between those of
     * the running program.
     */
    static void growth(Path log) throws IOException {
        if (!Files.exists(log)) return;
        Path real = log.toRealPath();
        Path probe = real.resolveSibling(PROBE);
        try {
            Files.newByteChannel(real, StandardOpenOption.APPEND).close();
            if (Files.getFileStore(real).getUsableSpace() < GROWTH) throw new IOException("No space left on device");
            try (FileChannel out = FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                ByteBuffer lines = ByteBuffer.allocate(GROWTH);
                long end = Files.size(real);
                while (lines.hasRemaining()) out.write(lines, end + lines.position());
                out.force(true);
            }
        } catch (IOException refused) {
            throw new CannotWrite(real, refused);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    static long freeMegabytes(Path data) throws IOException {
        return store(data).getUsableSpace() / MEGABYTE;
    }

    static FileStore store(Path data) throws IOException {
        return Files.getFileStore(existing(data));
    }

    private static Path existing(Path data) throws IOException {
        Path folder = data.toAbsolutePath();
        while (!Files.isDirectory(folder)) {
            Path above = folder.getParent();
            if (above == null) throw new IOException(data + " does not exist");
            folder = above;
        }
        return folder;
    }
}
