package de.hypersoft.esolutions.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.connector.Options.Misunderstood;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"until", "portal", "data", "pin", "zone", "reason", "max", "till-core", "language"})
    void an_option_with_an_empty_value_is_refused_and_not_taken_as_if_it_were_not_there(String name) {
        assertThatThrownBy(() -> Options.parse(List.of("block", "101", "--" + name, "")))
                .isInstanceOf(Misunderstood.class)
                .hasMessage("--" + name + " needs a value");
        assertThatThrownBy(() -> Options.parse(List.of("block", "101", "--" + name + "= ")))
                .isInstanceOf(Misunderstood.class);
    }

    @Test
    void an_article_without_a_number_is_no_article() throws Misunderstood {
        Options options = Options.parse(List.of("block", ""));

        assertThatThrownBy(() -> options.word(1, "ARTICLE")).isInstanceOf(Misunderstood.class);
        assertThat(options.word(0, "a command")).isEqualTo("block");
    }
}
