package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever stands at the till in an emergency and is sent to a page or a button of the portal finds it under that name. */
class ConnectorNamesTest {

    private static final Path ROOT = Path.of(System.getProperty("root"));
    private static final String PORTAL = "portal-war/src/main/resources/de/hypersoft/esolutions/portal/messages_";
    private static final String CONNECTOR = "pos-connector/src/main/resources/connector_messages";
    private static final Pattern QUOTED = Pattern.compile("»([^«]+)«|„([^“]+)“|“([^”]+)”|\"([^\"]+)\"");

    /** Examples of what somebody types, and no names of ours. */
    private static final Set<String> TYPED = Set.of("Kasse 1", "31.12.2026 22:00", "…");

    @Test
    void what_the_till_program_quotes_stands_in_the_portal_in_its_language() throws IOException {
        Set<String> german = quoted(String.join("\n", values(CONNECTOR + "_de.properties")));
        Set<String> english = quoted(String.join("\n", values(CONNECTOR + ".properties")));

        assertThat(german).contains("Kassen", "Gerät ersetzen", "Übernommen, nicht gebucht", "Dieses Journal gilt");
        assertThat(english).contains("Tills", "Replace the device", "This journal is the right one");
        assertThat(unknown(german, values(PORTAL + "de.properties"))).isEmpty();
        assertThat(unknown(english, values(PORTAL + "en.properties"))).isEmpty();
    }

    @Test
    void what_its_readme_quotes_stands_in_the_portal_or_is_said_by_the_program() throws IOException {
        String readme = Files.readString(ROOT.resolve("pos-connector/README.md"))
                .replaceAll("(?s)```.*?```", "")
                .replaceAll("`[^`\n]*`", "");
        Set<String> names = quoted(readme);
        String said = String.join("\n", values(CONNECTOR + ".properties")) + sources();

        assertThat(names).contains("Replace the device", "Taken, not booked", "Sync now");
        assertThat(unknown(names, values(PORTAL + "en.properties")).stream().filter(name -> !said.contains(name)))
                .isEmpty();
    }

    private static Set<String> quoted(String text) {
        Set<String> names = new TreeSet<>();
        Matcher quotes = QUOTED.matcher(text);
        while (quotes.find())
            for (int group = 1; group <= quotes.groupCount(); group++)
                if (quotes.group(group) != null && quotes.group(group).indexOf('{') < 0) names.add(quotes.group(group));
        names.removeAll(TYPED);
        return names;
    }

    /** A name is a whole text, or one that goes on in brackets. */
    private static Set<String> unknown(Set<String> names, Collection<String> texts) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeIf(name -> texts.stream().anyMatch(text -> text.equals(name) || text.startsWith(name + " (")));
        return unknown;
    }

    private static Collection<String> values(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(ROOT.resolve(file))) {
            texts.load(reader);
        }
        return texts.stringPropertyNames().stream().map(texts::getProperty).toList();
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(ROOT.resolve("pos-connector/src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList())
                all.append(Files.readString(file));
        }
        return all.toString();
    }
}
