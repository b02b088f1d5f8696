package de.hypersoft.esolutions.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is public in the domain is so for the product. Members that only tests need open stand in a list that may only shrink. */
class OpenForTestsTest {

    private static final Path LIST = Compiled.REPOSITORY.resolve("src/it/src/test/resources/open-for-tests.txt");

    @Test
    void no_further_member_is_public_only_for_a_test_and_the_list_names_no_other() throws IOException {
        assertThat(openForTests())
                .as("public, but entered from other packages by tests alone")
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(LIST));
    }

    private static Set<String> openForTests() {
        return Compiled.ALL.stream()
                .filter(type -> Compiled.isProduct(type, "domain"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isInterface())
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(OpenForTestsTest::isOpen)
                .filter(OpenForTestsTest::onlyTestsEnter)
                .map(OpenForTestsTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** But for what has to be open: accessors of records, and what a type above it or a framework asks for. */
    private static boolean isOpen(JavaCodeUnit member) {
        JavaClass owner = member.getOwner();
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                && !member.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !(owner.isEnum() && member.getName().startsWith("value"))
                && !(owner.isRecord()
                        && (member.isConstructor()
                                || owner.tryGetField(member.getName()).isPresent()))
                && Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                        .noneMatch(above -> above.getMethods().stream()
                                .anyMatch(method -> method.getName().equals(member.getName())));
    }

    private static boolean onlyTestsEnter(JavaCodeUnit member) {
        Set<JavaClass> strangers = member.getAccessesToSelf().stream()
                .map(JavaAccess::getOriginOwner)
                .filter(from -> !from.getPackageName().equals(member.getOwner().getPackageName()))
                .filter(from -> !Compiled.isSystemTest(from))
                .collect(Collectors.toSet());
        return !strangers.isEmpty() && strangers.stream().allMatch(Compiled::isTest);
    }

    /** Without its parameters: another one is no further member. */
    private static String name(JavaCodeUnit member) {
        return member.getOwner().getName().substring(FeatureMap.ROOT.length()) + "." + member.getName();
    }
}
