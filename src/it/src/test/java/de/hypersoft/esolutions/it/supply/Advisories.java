package de.hypersoft.esolutions.it.supply;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The list of what is known against libraries, of one day. */
record Advisories(LocalDate day, List<Advisory> rows) {

    private static final String DAY = "# As of ";

    /** Something that ships, by its name and version. */
    record Shipped(String library, String version) implements Comparable<Shipped> {
        @Override
        public int compareTo(Shipped other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return library + ":" + version;
        }
    }

    /** The first line says of which day it is; other lines with {@code #} are for people. */
    static Advisories read(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).startsWith(DAY))
            throw new IllegalArgumentException("the first line is no '" + DAY + "yyyy-mm-dd'");
        return new Advisories(
                LocalDate.parse(lines.get(0).substring(DAY.length()).strip()),
                lines.stream()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .map(Advisory::of)
                        .toList());
    }

    static Advisories read(Path file) throws IOException {
        return read(Files.readAllLines(file));
    }

    /** The works of others in a bill of materials. */
    static Set<Shipped> shipped(Path bom) throws IOException {
        Set<Shipped> shipped = new TreeSet<>();
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(bom)))) {
            for (JsonObject component :
                    reader.readObject().getJsonArray("components").getValuesAs(JsonObject.class)) {
                if (component.getString("group").equals("de.hypersoft.esolutions")) continue;
                shipped.add(new Shipped(
                        component.getString("group") + ":" + component.getString("name"),
                        component.getString("version")));
            }
        }
        return shipped;
    }

    /** What ships, is affected and was not accepted: one line each, for a person. */
    List<String> against(Set<Shipped> shipped) {
        return rows.stream()
                .filter(row -> row.judgement() == Advisory.Judgement.OPEN)
                .flatMap(row -> shipped.stream()
                        .filter(part -> row.affects(part.library(), part.version()))
                        .map(part -> part + ": " + row.id() + ", " + row.what() + "; fixed in " + row.fixedIn()))
                .toList();
    }

    /** Accepted, and nothing that ships is affected any more. */
    List<String> acceptedInVain(Set<Shipped> shipped) {
        return rows.stream()
                .filter(row -> row.judgement() == Advisory.Judgement.ACCEPTED)
                .filter(row -> shipped.stream().noneMatch(part -> row.affects(part.library(), part.version())))
                .map(row -> row.id() + " of " + row.library())
                .toList();
    }

    /** What ships and no row names, not even one that says nobody looked. */
    List<Shipped> unnamed(Set<Shipped> shipped) {
        return shipped.stream()
                .filter(part -> rows.stream().noneMatch(row -> row.isOf(part.library())))
                .toList();
    }

    long daysOld(LocalDate today) {
        return ChronoUnit.DAYS.between(day, today);
    }
}
