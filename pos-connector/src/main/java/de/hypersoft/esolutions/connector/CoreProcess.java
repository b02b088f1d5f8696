package de.hypersoft.esolutions.connector;

import de.hypersoft.esolutions.connector.tillcore.BookOfBookings;
import de.hypersoft.esolutions.connector.tillcore.DamagedBook;
import de.hypersoft.esolutions.connector.tillcore.TillCore;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a simulator till core running as a child process. The child ends when its standard input does, so it never
 * outlives this program, however that dies.
 */
final class CoreProcess implements AutoCloseable {

    private final ConnectorSettings settings;
    private final Path folder;
    private final ConsoleLog say;
    private @Nullable Process process;
    private @Nullable List<String> seen;
    private @Nullable DamagedBook damage;

    CoreProcess(ConnectorSettings settings, ConsoleLog say) {
        this.settings = settings;
        this.folder = settings.data().resolve(BookOfBookings.FOLDER);
        this.say = say;
    }

    /**
     * Where the child listens; starts it when it is not running. Empty until it has opened its books.
     *
     * @throws DamagedBook when it would end at once; it is started when somebody has mended the book
     */
    synchronized Optional<URI> address() throws DamagedBook {
        try {
            if (process == null || !process.isAlive()) {
                look();
                if (damage != null) throw damage;
                Files.deleteIfExists(folder.resolve(TillCore.PORT_FILE));
                process = start();
                say.info("till-core started pid=" + process.pid());
            }
            return port().map(port -> URI.create("http://127.0.0.1:" + port));
        } catch (DamagedBook damaged) {
            throw damaged;
        } catch (IOException failed) {
            say.warn("the till core can not be started: " + failed.getMessage());
            return Optional.empty();
        }
    }

    /** The books as the child will open them; empty when they are damaged, which {@link #address} tells, or unreadable. */
    synchronized Optional<BookOfBookings> books() {
        try {
            return look();
        } catch (IOException unreadable) {
            say.warn("the books of the till core can not be read: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Reads the books once for each change of them. @return what they hold when they were read and are sound */
    private Optional<BookOfBookings> look() throws IOException {
        List<String> now = BookOfBookings.stamp(folder);
        if (now.equals(seen)) return Optional.empty();
        damage = null;
        Optional<BookOfBookings> books = Optional.empty();
        try {
            books = Optional.of(BookOfBookings.look(folder));
        } catch (DamagedBook damaged) {
            damage = damaged;
        }
        seen = now;
        return books;
    }

    @Override
    public synchronized void close() {
        if (process == null) return;
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> port() throws IOException {
        Path file = folder.resolve(TillCore.PORT_FILE);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** This very program with other words. */
    static List<String> thisProgram(List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx128m",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path", ""),
                Main.class.getName()));
        command.addAll(words);
        return command;
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(thisProgram(List.of()));
        command.addAll(List.of("till-core", "--data", folder.toString(), "--port", "0", "--exit-with-parent"));
        command.addAll(List.of(
                "--terminal", settings.terminal(), "--zone", settings.zone().getId()));
        command.addAll(List.of("--lang", settings.texts().language().getLanguage()));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
