package de.hypersoft.esolutions.connector.disk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of lines that only grows. {@link #append} returns after the line is on the disk itself; a line that was cut
 * short by a crash is removed at the next opening, and nothing else ever is. Written through a stream, not a channel:
 * interrupting a thread would close a channel under the others.
 */
public final class AppendLog implements AutoCloseable {

    private final Path path;
    private final Framing framing;
    private FileOutputStream out;
    private long size;
    private boolean broken;

    private AppendLog(Path path, Framing framing, FileOutputStream out, long size) {
        this.path = path;
        this.framing = framing;
        this.out = out;
        this.size = size;
    }

    /** What an opened log holds. */
    public record Opened(AppendLog log, List<String> lines, long removedBytes) {}

    /** Opens for writing and removes a torn tail. @throws DamagedLog when a line other than the last is unreadable */
    public static Opened open(Path path, Framing framing) throws IOException {
        boolean fresh = !Files.exists(path);
        Content content = fresh ? new Content(List.of(), 0, 0) : content(path, framing);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(content.sound());
            channel.force(true);
        } catch (IOException refused) {
            throw new CannotWrite(path, refused);
        }
        if (fresh) syncFolder(path);
        AppendLog log = new AppendLog(path, framing, new FileOutputStream(path.toFile(), true), content.sound());
        return new Opened(log, content.lines(), content.torn());
    }

    /** The complete lines of a log that another process may be writing right now. */
    public static List<String> read(Path path, Framing framing) throws IOException {
        return Files.exists(path) ? content(path, framing).lines() : List.of();
    }

    /** Writes one line and waits for the disk. @throws CannotWrite when the disk does not take it. After a failure the log takes nothing more: its end is unknown. */
    public synchronized void append(String text) throws IOException {
        if (broken) throw new IOException(path + " could not be written earlier; stop and start again");
        byte[] bytes = (framing.line(text) + '\n').getBytes(StandardCharsets.UTF_8);
        broken = true;
        try {
            out.write(bytes);
            out.getFD().sync();
        } catch (IOException full) {
            throw new CannotWrite(path, full);
        }
        broken = false;
        size += bytes.length;
    }

    /** Puts these lines in the place of all others, in one step: either the old file is there or the new one. */
    public synchronized void rewrite(List<String> texts) throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".new");
        long written = 0;
        try (FileOutputStream fresh = new FileOutputStream(next.toFile())) {
            for (String text : texts) {
                byte[] bytes = (framing.line(text) + '\n').getBytes(StandardCharsets.UTF_8);
                fresh.write(bytes);
                written += bytes.length;
            }
            fresh.getFD().sync();
        } catch (IOException full) {
            Files.deleteIfExists(next); // what is half written takes the space that is missing
            throw new CannotWrite(next, full);
        }
        broken = true;
        out.close();
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(path);
        out = new FileOutputStream(path.toFile(), true);
        size = written;
        broken = false;
    }

    /** Bytes in the file. */
    public synchronized long size() {
        return size;
    }

    @Override
    public synchronized void close() throws IOException {
        broken = true;
        out.close();
    }

    private record Content(List<String> lines, long sound, long torn) {}

    private static Content content(Path path, Framing framing) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = lineEnd(bytes, start); end >= 0; end = lineEnd(bytes, start)) {
            Optional<String> text = framing.text(new String(bytes, start, end - start, StandardCharsets.UTF_8));
            if (text.isEmpty()) break;
            lines.add(text.get());
            start = end + 1;
        }
        if (soundLineAfter(bytes, lineEnd(bytes, start), framing)) throw new DamagedLog(path, start);
        return new Content(lines, start, bytes.length - start);
    }

    /** A torn tail is the end of the file; a bad line with good ones behind it is a damaged disk. */
    private static boolean soundLineAfter(byte[] bytes, int badEnd, Framing framing) {
        int start = badEnd + 1;
        while (badEnd >= 0 && start < bytes.length) {
            int end = lineEnd(bytes, start);
            if (end < 0) return false;
            if (framing.text(new String(bytes, start, end - start, StandardCharsets.UTF_8))
                    .isPresent()) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static int lineEnd(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') return i;
        }
        return -1;
    }

    private static void syncFolder(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || System.getProperty("os.name", "").startsWith("Windows")) {
            return; // Windows has no flush of a folder
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
