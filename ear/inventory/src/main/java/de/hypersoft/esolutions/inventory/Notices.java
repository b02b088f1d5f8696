package de.hypersoft.esolutions.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The works of others in this product, their licences, and the texts they ask to be passed on. */
final class Notices {

    private static final String LINE = "-".repeat(120);

    private Notices() {}

    /** @param owner whose own works are not listed */
    static String text(String owner, List<Library> libraries, List<Jar> jars) {
        StringBuilder text = new StringBuilder("""
                THIRD-PARTY WORKS

                This product of %s contains the works listed below, each under its own licence. The texts of the
                licences are in the folder "licenses" beside this file; what the works themselves carry along follows at the end.

                """.formatted(owner));
        libraries.stream().filter(library -> !library.name().ours()).forEach(library -> text.append(library.name())
                .append("\n    ")
                .append(licences(library))
                .append('\n'));
        texts(jars).forEach((content, works) -> text.append('\n')
                .append(LINE)
                .append('\n')
                .append(String.join("\n", works))
                .append('\n')
                .append(LINE)
                .append("\n\n")
                .append(content)
                .append('\n'));
        return text.toString();
    }

    private static String licences(Library library) {
        if (library.licences().isEmpty()) return "no licence is stated";
        return library.licences().stream()
                .map(licence -> licence.url().isEmpty() ? licence.name() : licence.name() + " <" + licence.url() + ">")
                .collect(Collectors.joining("; "));
    }

    /** Each text once, with the jars that carry it. */
    private static Map<String, List<String>> texts(List<Jar> jars) {
        Map<String, List<String>> works = new LinkedHashMap<>();
        for (Jar jar : jars) {
            jar.texts().forEach((path, content) -> works.computeIfAbsent(content, any -> new ArrayList<>())
                    .add(jar.where() + "!/" + path));
        }
        return works;
    }
}
