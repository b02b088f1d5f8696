package de.hypersoft.esolutions.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes and clears the folders of test servers; never touches anything outside this module's {@code target}. */
final class Folders {

    private Folders() {}

    /** The repository's root. */
    static Path root() {
        return Path.of(System.getProperty("root")).toAbsolutePath().normalize();
    }

    static void remake(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a killed server left beside the EAR would keep the next one from deploying it. */
    static void clearMarkers(Path deployments) {
        try {
            for (String marker : new String[] {".deployed", ".failed", ".isdeploying", ".pending"})
                Files.deleteIfExists(deployments.resolve("esolutions.ear" + marker));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A base folder for one server process: the configuration that is shipped, and the EAR that is shipped. */
    static void copyServer(Path base) {
        try {
            Path configuration = Files.createDirectories(base.resolve("configuration"));
            try (Stream<Path> files =
                    Files.list(Path.of(System.getProperty("server.home"), "standalone", "configuration"))) {
                for (Path file : files.filter(Files::isRegularFile).toList())
                    Files.copy(file, configuration.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            Path deployments = Files.createDirectories(base.resolve("deployments"));
            Files.copy(
                    root().resolve("ear/target/esolutions.ear"),
                    deployments.resolve("esolutions.ear"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
