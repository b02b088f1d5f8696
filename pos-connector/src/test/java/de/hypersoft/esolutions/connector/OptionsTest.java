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
    void a_flag_is_no_value_of_the_flag_before_it_unless_it_is_written_as_one() throws Misunderstood {
        assertThatThrownBy(() -> Options.parse(List.of("event", "1", "voided", "--reason", "--data", "till")))
                .isInstanceOf(Misunderstood.class)
                .hasMessageContainingAll("--reason needs a value", "--data looks like a flag", "--reason=--data");

        assertThat(Options.parse(List.of("event", "1", "voided", "--reason=--data", "--data", "-till"))
                        .need("reason"))
                .isEqualTo("--data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data a --data b", "--data=a --data=a", "--increment --increment", "--data a --data=b"})
    void a_flag_that_is_given_twice_is_refused_and_neither_is_taken(String flags) {
        List<String> arguments = List.of(flags.split(" "));
        String name = arguments.get(0).split("=")[0];

        assertThatThrownBy(() -> Options.parse(arguments))
                .isInstanceOf(Misunderstood.class)
                .hasMessage(name + " is given twice");
    }

    @Test
    void an_article_without_a_number_is_no_article() throws Misunderstood {
        Options options = Options.parse(List.of("block", ""));

        assertThatThrownBy(() -> options.word(1, "ARTICLE")).isInstanceOf(Misunderstood.class);
        assertThat(options.word(0, "a command")).isEqualTo("block");
    }
}
