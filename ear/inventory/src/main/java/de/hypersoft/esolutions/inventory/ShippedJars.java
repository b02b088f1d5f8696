package de.hypersoft.esolutions.inventory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Finds every jar that is shipped, also those within an EAR or a WAR. */
final class ShippedJars {

    private final List<Jar> found = new ArrayList<>();

    /** All jars below a folder, in the order of their paths. */
    ShippedJars below(Path folder) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.walk(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        for (Path jar : jars) {
            String where = folder.relativize(jar).toString().replace('\\', '/');
            found.add(Jar.read(where, Files.readAllBytes(jar)));
        }
        return this;
    }

    ShippedJars with(Path jar) throws IOException {
        found.add(Jar.read(name(jar), Files.readAllBytes(jar)));
        return this;
    }

    ShippedJars in(Path ear) throws IOException {
        unfold(name(ear), Files.readAllBytes(ear));
        return this;
    }

    List<Jar> all() {
        return List.copyOf(found);
    }

    private void unfold(String where, byte[] archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String inner = where + "!/" + entry.getName();
                if (inner.endsWith(".jar")) found.add(Jar.read(inner, zip.readAllBytes()));
                else if (inner.endsWith(".war")) unfold(inner, zip.readAllBytes());
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
