package de.hypersoft.esolutions.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Maven's repository on this machine, found by a file in it. */
final class Repository {

    private final Path root;

    Repository(Path file, Coordinates name) throws IOException {
        Path folder = folder(name);
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !parent.endsWith(folder)) throw new IOException(file + " lies in no repository");
        this.root = Path.of("/").resolve(parent.subpath(0, parent.getNameCount() - folder.getNameCount()));
    }

    /** As the POM says, or the nearest one above it that says something. */
    List<Licence> licences(Coordinates name) throws IOException {
        Path pom = root.resolve(folder(name)).resolve(name.artifact() + "-" + name.version() + ".pom");
        if (!Files.exists(pom)) return List.of();
        Element project = Xml.read(pom);
        Optional<Element> own = Xml.child(project, "licenses");
        if (own.isPresent())
            return Xml.all(own.get(), "license").stream().map(Licence::of).toList();
        Optional<Element> parent = Xml.child(project, "parent");
        if (parent.isEmpty()) return List.of();
        return licences(new Coordinates(
                Xml.text(parent.get(), "groupId"),
                Xml.text(parent.get(), "artifactId"),
                Xml.text(parent.get(), "version")));
    }

    private static Path folder(Coordinates name) {
        return Path.of(name.group().replace('.', '/'), name.artifact(), name.version());
    }
}
