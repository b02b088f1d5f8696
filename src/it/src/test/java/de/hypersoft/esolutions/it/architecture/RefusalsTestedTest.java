package de.hypersoft.esolutions.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A rule that no test sees refuse can go away unseen: each code of a refusal is named by a test. */
class RefusalsTestedTest {

    @Test
    void every_code_with_which_something_is_refused_is_named_by_a_test() {
        Map<String, String> sources = RefusalCodes.sources("src/main/java");
        Set<String> named = named(RefusalCodes.sources("src/test/java").values());

        Map<String, Set<String>> codes = RefusalCodes.codes(sources);
        assertThat(codes).hasSizeGreaterThan(150);
        codes.keySet().removeAll(named);
        assertThat(codes).as("thrown, and named by no test").isEmpty();
    }

    @Test
    void each_way_to_throw_a_code_is_seen() {
        Map<String, String> planted = Map.of(
                "Refusal.java",
                "abstract class Refusal extends RuntimeException { Refusal(String code) { super(message); } }\n"
                        + "class Conflict extends Refusal { Conflict(String code) { super(code, x); } }",
                "Planted.java",
                "throw new Conflict(\n    \"on-two-lines\", x); throw new Planted.Own(); throw new Foreign(\"of-others\");"
                        + "\nstatic final class Own extends Conflict { Own() { super(\"of-its-own\"); } }"
                        + "\nstatic class Other extends Thing { Other() { super(\"other-thing\"); } }",
                "Late.java",
                "throw new Given(late ? \"came-late\" : \"came-early\");",
                "Switched.java",
                "throw new Given(switch (state) { case A -> \"was-a\"; default -> \"was-not\"; }, \"not-this\");",
                "Named.java",
                "throw new Named(\"no-code\", x); class Named extends Conflict { Named(String a) { super(\"by-name\"); } }",
                "Given.java",
                "class Given extends Conflict { Given(String code) { super(code, y); } }",
                "Chosen.java",
                "String why = a ? \"one-way\" : \"other-way\"; throw new Conflict(why, z);",
                "On.java",
                "throw new Conflict(earlier.code(), \"not-a-code\");");

        assertThat(RefusalCodes.codes(planted).keySet())
                .containsExactlyInAnyOrder(
                        "on-two-lines",
                        "of-its-own",
                        "came-late",
                        "came-early",
                        "one-way",
                        "other-way",
                        "was-a",
                        "was-not",
                        "by-name");
    }

    private static Set<String> named(Collection<String> tests) {
        return tests.stream()
                .flatMap(test -> RefusalCodes.literals(RefusalCodes.LITERAL, test).stream())
                .collect(Collectors.toSet());
    }
}
