package de.hypersoft.esolutions.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What the world says of libraries: Maven of those it resolved (by the digest of their files), the server's makers of
 * those they ship (by the names of their files).
 */
final class KnownLibraries {

    /** A line of Maven's list: {@code group:artifact:type[:classifier]:version:scope:file}, and what it says of modules. */
    private static final Pattern RESOLVED =
            Pattern.compile("\\s*([^:\\s]+):([^:]+):[^:]+:(?:[^:]+:)??([^:]+):[a-z]+:([^:]+\\.jar)(?: -- .*)?");

    private final Map<String, Coordinates> byDigest = new HashMap<>();
    private final Map<String, Coordinates> byFileName = new HashMap<>();
    private final Map<String, List<Licence>> licences = new TreeMap<>();

    /** The list that {@code dependency:list} writes, with the files; their licences are in the POMs beside them. */
    KnownLibraries resolvedByMaven(Path list) throws IOException {
        for (String line : Files.readAllLines(list)) {
            Matcher matcher = RESOLVED.matcher(line);
            if (!matcher.matches()) continue;
            Coordinates name = new Coordinates(matcher.group(1), matcher.group(2), matcher.group(3));
            Path file = Path.of(matcher.group(4));
            byDigest.put(Jar.sha256(Files.readAllBytes(file)), name);
            if (!name.ours()) licences.putIfAbsent(name.library(), new Repository(file, name).licences(name));
        }
        return this;
    }

    /** The list of licences that comes with the server: {@code docs/licenses/licenses.xml}. */
    KnownLibraries shippedWithServer(Path list) throws IOException {
        for (Element dependency : Xml.all(Xml.read(list), "dependency")) {
            Coordinates name = new Coordinates(
                    Xml.text(dependency, "groupId"),
                    Xml.text(dependency, "artifactId"),
                    Xml.text(dependency, "version"));
            byFileName.put(name.artifact() + "-" + name.version() + ".jar", name);
            licences.putIfAbsent(
                    name.library(),
                    Xml.all(dependency, "license").stream().map(Licence::of).toList());
        }
        return this;
    }

    Optional<Coordinates> resolved(String sha256) {
        return Optional.ofNullable(byDigest.get(sha256));
    }

    /** Also of a file with a classifier behind its version, as {@code netty-...-linux-x86_64.jar}. */
    Optional<Coordinates> ofServer(String fileName) {
        Coordinates exact = byFileName.get(fileName);
        if (exact != null) return Optional.of(exact);
        return byFileName.values().stream()
                .filter(name -> fileName.startsWith(name.artifact() + "-" + name.version() + "-"))
                .findFirst();
    }

    List<Licence> licences(Coordinates name) {
        return licences.getOrDefault(name.library(), List.of());
    }
}
