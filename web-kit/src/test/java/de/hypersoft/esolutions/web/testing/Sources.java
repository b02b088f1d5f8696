package de.hypersoft.esolutions.web.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources below a folder, for what only they show: words, names, forms. */
public final class Sources {

    private static final Path DOMAIN = Path.of("../domain/src/main/java/de/hypersoft/esolutions");

    private Sources() {}

    /** A file and what stands in it. */
    public record Source(Path file, String text) {

        /** Without folder and ending. */
        public String name() {
            return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
        }
    }

    /** @param folder below the features of {@code domain}; empty for all of them */
    public static List<Source> ofDomain(String folder) {
        return read(DOMAIN.resolve(folder), ".java");
    }

    public static List<Source> templates() {
        return read(Path.of("src/main/java"), ".jte");
    }

    public static List<Source> classes() {
        return read(Path.of("src/main/java"), ".java");
    }

    /** Both: all that asks for words. */
    public static List<Source> pages() {
        return Stream.concat(templates().stream(), classes().stream()).toList();
    }

    private static List<Source> read(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(file -> new Source(file, read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
