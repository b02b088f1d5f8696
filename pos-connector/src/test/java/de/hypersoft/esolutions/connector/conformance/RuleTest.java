package de.hypersoft.esolutions.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {

    @ParameterizedTest
    @EnumSource(Rule.class)
    void each_rule_stands_in_the_maker_s_guide_as_the_run_prints_it(Rule rule) throws IOException {
        assertThat(Path.of("CONFORMANCE.md"))
                .content()
                .contains("| `" + rule.id() + "` | " + rule.sentence() + " | " + rule.source() + " |");
        String document = rule.source().split(",", 2)[0];
        Path file = document.equals("TILL-CORE") ? Path.of("TILL-CORE.md") : Path.of("../docs/" + document + ".md");
        assertThat(Files.exists(file)).as(file.toString()).isTrue();
    }
}
