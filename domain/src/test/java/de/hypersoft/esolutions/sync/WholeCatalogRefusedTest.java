package de.hypersoft.esolutions.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Invalid;
import java.io.StringReader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WholeCatalogRefusedTest {

    static Stream<Arguments> badWholes() {
        return Stream.of(
                arguments("no JSON", "malformed-json", "{\"version\":"),
                arguments("empty", "malformed-json", ""),
                arguments("a list", "wrong-type", "[]"),
                arguments("an unknown list cut off", "malformed-json", "{\"version\":\"v1\",\"x\":[[["),
                arguments("an unknown object cut off", "malformed-json", "{\"version\":\"v1\",\"x\":{\"y\":1"),
                arguments("an article cut off", "malformed-json", "{\"version\":\"v1\",\"articles\":[{\"id\":\"1\""),
                arguments(
                        "a tower of lists",
                        "malformed-json",
                        "{\"version\":\"v1\",\"articles\":[{\"id\":" + "[".repeat(50_000)),
                arguments("something after the end", "malformed-json", "{\"version\":\"v1\",\"currency\":\"EUR\"}]"),
                arguments("no version", "required", "{\"currency\":\"EUR\",\"articles\":[]}"),
                arguments("no currency", "required", "{\"version\":\"v1\",\"articles\":[]}"),
                arguments("a version too long", "invalid-value", "{\"version\":\"" + "v".repeat(65) + "\"}"),
                arguments("a version as number", "wrong-type", "{\"version\":1}"),
                arguments("articles as object", "wrong-type", "{\"version\":\"v1\",\"articles\":{}}"),
                arguments("an article as text", "wrong-type", "{\"version\":\"v1\",\"articles\":[\"101\"]}"),
                arguments("T23 images", "images-not-from-location", "{\"version\":\"v1\",\"images\":[]}"),
                arguments(
                        "too many articles",
                        "too-many",
                        "{\"version\":\"v1\",\"articles\":["
                                + IntStream.rangeClosed(0, 20_000)
                                        .mapToObj(i -> "{}")
                                        .collect(Collectors.joining(","))
                                + "]}"),
                arguments(
                        "too many groups",
                        "too-many",
                        "{\"version\":\"v1\",\"optionGroups\":[" + "{},".repeat(20_000) + "{}]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badWholes")
    void what_is_no_catalogue_is_refused_as_a_whole(String what, String code, String json) {
        assertThatThrownBy(() -> CatalogText.read(new StringReader(json)))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
