package de.hypersoft.esolutions.it.architecture;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose each table is, and what the SQL and JPQL in compiled classes does with it. */
final class Tables {

    private static final Pattern CREATED =
            Pattern.compile("create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+\\.\\w+)", CASE_INSENSITIVE);
    private static final Pattern WRITES =
            Pattern.compile("\\b(update|into|delete\\s+from|delete|table)\\s+$", CASE_INSENSITIVE);
    private static final Pattern READS = Pattern.compile("(\\b(from|join|using)|,)\\s+$", CASE_INSENSITIVE);

    /** Table with its schema, in the words of the migrations, by the Flyway folder that makes it. */
    final Map<String, String> owners = new TreeMap<>();

    /** Name in JPQL with the table behind it. */
    final Map<String, String> entities = new TreeMap<>();

    /** @param type name of the outermost class below the root */
    record Use(String type, String table, boolean write) {
        String feature() {
            return type.split("\\.")[0];
        }
    }

    Tables(Path migrations, JavaClasses classes) {
        for (Path migration : files(migrations, ".sql"))
            CREATED.matcher(text(migration))
                    .results()
                    .forEach(table ->
                            owners.put(table.group(1).toLowerCase(Locale.ROOT), folder(migrations, migration)));
        for (JavaClass type : classes) {
            if (!type.isAnnotatedWith(Entity.class)) continue;
            Table table = type.getAnnotationOfType(Table.class);
            entities.put(type.getSimpleName(), table.schema() + "." + table.name());
        }
    }

    /** What classes below a folder do with tables that are not their feature's. */
    Set<Use> crossings(Path classes) {
        Set<Use> crossings = new LinkedHashSet<>();
        for (Path file : files(classes, ".class")) {
            String type = classes.relativize(file).toString().replace('/', '.').replaceAll("(\\$.*)?\\.class$", "");
            if (!type.startsWith(FeatureMap.ROOT)) continue;
            for (String constant : constants(file))
                crossings.addAll(uses(type.substring(FeatureMap.ROOT.length()), constant));
        }
        crossings.removeIf(use -> use.feature().equals(owners.get(use.table())));
        return crossings;
    }

    /** Tables that a migration names and another folder makes. */
    Set<String> foreign(Path migrations) {
        Set<String> foreign = new TreeSet<>();
        for (Path migration : files(migrations, ".sql"))
            for (Use use : uses(folder(migrations, migration), text(migration)))
                if (!use.type().equals(owners.get(use.table())))
                    foreign.add(migrations.relativize(migration) + " " + use.table());
        return foreign;
    }

    private List<Use> uses(String type, String text) {
        List<Use> uses = new ArrayList<>();
        owners.keySet().forEach(table -> found(table, text)
                .forEach(before ->
                        uses.add(new Use(type, table, WRITES.matcher(before).find()))));
        entities.forEach((name, table) -> found(name, text)
                .filter(before ->
                        WRITES.matcher(before).find() || READS.matcher(before).find())
                .filter(before -> !before.endsWith(", ") || before.contains("from "))
                .forEach(before ->
                        uses.add(new Use(type, table, WRITES.matcher(before).find()))));
        return uses;
    }

    /** For each place where a name stands, what is said before it. */
    private static Stream<String> found(String name, String text) {
        if (!text.contains(name)) return Stream.empty();
        Matcher matcher = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?![\\w.])")
                .matcher(text);
        return matcher.results().map(place -> text.substring(0, place.start()));
    }

    /** Every text that a class file holds, also those of annotations and the recipes of concatenations. */
    private static List<String> constants(Path file) {
        List<String> constants = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            for (int at = 1; at < count; at++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> constants.add(in.readUTF());
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        at++; // takes two places
                    }
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    default -> throw new IOException("constant " + tag + " in " + file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return constants;
    }

    private static String folder(Path migrations, Path migration) {
        return migrations.relativize(migration).getName(0).toString();
    }

    private static List<Path> files(Path tree, String ending) {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
