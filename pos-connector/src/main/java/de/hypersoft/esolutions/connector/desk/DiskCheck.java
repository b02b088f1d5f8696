package de.hypersoft.esolutions.connector.desk;

import de.hypersoft.esolutions.connector.disk.CannotWrite;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Whether the data folder takes what a till has to remember: writes a file as the journal does, and reads it back. */
final class DiskCheck {

    /** A journal is rewritten above 8 MB, with the old one beside the new; the simulator's books and tickets grow too. */
    static final long LEAST_MEGABYTES = 100;

    private static final String PROBE = "doctor.probe";
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
            if (!Arrays.equals(Files.readAllBytes(probe), text)) {
                throw new IOException(probe + ": read back differs");
            }
        } catch (IOException refused) {
            throw new CannotWrite(probe, refused);
        } finally {
            Files.deleteIfExists(probe);
        }
        return folder;
    }

    static long freeMegabytes(Path data) throws IOException {
        return Files.getFileStore(existing(data)).getUsableSpace() / MEGABYTE;
    }

    private static Path existing(Path data) throws IOException {
        Path folder = data.toAbsolutePath();
        while (!Files.isDirectory(folder)) {
            Path above = folder.getParent();
            if (above == null) {
                throw new IOException(data + " does not exist");
            }
            folder = above;
        }
        return folder;
    }
}
