package de.hypersoft.esolutions.inventory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says of each jar which library it is. A jar that nobody knows is an error: nothing ships without a name. */
final class Libraries {

    private final KnownLibraries known;
    private final Map<Coordinates, List<String>> places = new TreeMap<>();
    private final Map<Coordinates, String> digests = new TreeMap<>();
    private final Map<Coordinates, Coordinates> within = new TreeMap<>();

    Libraries(KnownLibraries known) {
        this.known = known;
    }

    /** In the order of their names. */
    List<Library> of(List<Jar> jars) throws IOException {
        List<String> nameless = new ArrayList<>();
        for (Jar jar : jars) {
            Optional<Coordinates> name = name(jar);
            if (name.isEmpty()) {
                nameless.add(jar.where());
                continue;
            }
            add(name.get(), jar.where());
            digests.put(name.get(), jar.sha256());
            jar.inside().stream()
                    .filter(inner -> !inner.library().equals(name.get().library()))
                    .forEach(inner -> {
                        add(inner, jar.where() + "!/");
                        within.put(inner, name.get());
                    });
        }
        if (!nameless.isEmpty()) throw new IOException("Nobody knows what these are: " + String.join(", ", nameless));
        return places.keySet().stream()
                .map(name -> new Library(
                        name,
                        List.copyOf(places.getOrDefault(name, List.of())),
                        digests.getOrDefault(name, ""),
                        licences(name)))
                .toList();
    }

    /** What was copied into a jar and is known nowhere else is under the licence of that jar. */
    private List<Licence> licences(Coordinates name) {
        List<Licence> own = known.licences(name);
        Coordinates around = within.get(name);
        return own.isEmpty() && around != null ? known.licences(around) : own;
    }

    private Optional<Coordinates> name(Jar jar) {
        return known.resolved(jar.sha256())
                .or(() -> known.ofServer(jar.fileName()))
                .or(() -> jar.inside().stream()
                        .filter(inner -> inner.named(jar.fileName()))
                        .findFirst())
                .or(() -> jar.inside().size() == 1 ? Optional.of(jar.inside().get(0)) : Optional.empty());
    }

    private void add(Coordinates name, String where) {
        places.computeIfAbsent(name, any -> new ArrayList<>()).add(where);
    }
}
