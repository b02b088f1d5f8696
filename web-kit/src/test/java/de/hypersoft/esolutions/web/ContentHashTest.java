package de.hypersoft.esolutions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHashTest {

    @ParameterizedTest
    @ValueSource(strings = {"W/\"abc\"", "\"abc\"", "\"x\", W/\"abc\"", "W/\"x\" ,\"abc\"", "*", " * "})
    void a_client_has_it_by_a_weak_tag_a_strong_one_or_any(String ifNoneMatch) {
        assertThat(ContentHash.isNamed("abc", ifNoneMatch)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "\"abcd\"", "W/\"ab\"", "w/\"abc\"", "\"x\", \"y\""})
    void a_client_with_another_has_not(String ifNoneMatch) {
        assertThat(ContentHash.isNamed("abc", ifNoneMatch)).isFalse();
    }

    @Test
    void equal_contents_have_equal_names() {
        byte[] pizza = "Pizza".getBytes(StandardCharsets.UTF_8);

        assertThat(ContentHash.of(pizza)).hasSize(24).isEqualTo(ContentHash.of(pizza.clone()));
    }
}
