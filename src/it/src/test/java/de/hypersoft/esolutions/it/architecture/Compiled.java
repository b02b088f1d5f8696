package de.hypersoft.esolutions.it.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of the modules and of their tests, read once for all gates. */
final class Compiled {

    static final Path REPOSITORY =
            Path.of(System.getProperty("root")).toAbsolutePath().normalize();
    static final List<String> MODULES = List.of("domain", "web-kit", "web-shop-war", "portal-war", "notifications-ejb");

    /** All of it, the system tests too. */
    static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(Stream.concat(MODULES.stream(), Stream.of("src/it"))
                    .flatMap(module -> Stream.of("classes", "test-classes").map(tree -> tree(module, tree)))
                    .filter(Files::isDirectory)
                    .toList());

    /** What is shipped of these modules. */
    static JavaClasses product(List<String> modules) {
        List<String> trees = modules.stream()
                .map(module -> tree(module, "classes").toUri().getPath())
                .toList();
        return ALL.that(DescribedPredicate.describe(
                "are shipped of " + modules, type -> trees.stream().anyMatch(place(type)::startsWith)));
    }

    static boolean isProduct(JavaClass type, String module) {
        return place(type).startsWith(tree(module, "classes").toUri().getPath());
    }

    static boolean isTest(JavaClass type) {
        return place(type).contains("/test-classes/");
    }

    static boolean isSystemTest(JavaClass type) {
        return place(type).startsWith(tree("src/it", "test-classes").toUri().getPath());
    }

    private static String place(JavaClass type) {
        return type.getSource().map(source -> source.getUri().getPath()).orElse("");
    }

    private static Path tree(String module, String tree) {
        return REPOSITORY.resolve(module).resolve("target").resolve(tree);
    }

    private Compiled() {}
}
