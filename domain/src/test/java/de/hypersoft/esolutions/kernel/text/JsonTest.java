package de.hypersoft.esolutions.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Money;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class JsonTest {

    public record Note(String text) {}

    public record Numbers(Long number, JsonValue value, JsonObject object) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"x\":[", "{\"x\":{", "{\"x\":[[[", "{\"x\":[1", "{\"text\":\"", "", "{\"x\":[}", "{} {}"})
    void JSON_that_is_cut_off_or_broken_is_refused_at_once(String json) {
        assertThatThrownBy(() -> Json.read(json, Note.class)).isInstanceOf(JsonbException.class);
    }

    @Test
    void JSON_nested_too_deep_is_refused_at_once() {
        assertThatThrownBy(() -> Json.read("{\"x\":" + "[".repeat(50_000), Note.class))
                .isInstanceOf(JsonbException.class);
        assertThatThrownBy(() -> Json.read(nested(101), Note.class)).isInstanceOf(JsonbException.class);
        assertThat(Json.read(nested(100), Note.class)).isNotNull();
    }

    private static String nested(int deep) {
        return "{\"x\":" + "[".repeat(deep - 1) + "]".repeat(deep - 1) + "}";
    }

    @Test
    void the_server_writes_JSON_as_the_model_does() {
        Money price = Money.of(1_254, "EUR");

        assertThat(Json.jsonb().toJson(price))
                .isEqualTo(Json.write(price))
                .isEqualTo("{\"amount\":\"12.54\",\"currency\":\"EUR\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"number\":%s}", "{\"value\":%s}", "{\"object\":{\"n\":%s}}", "{\"value\":1e%s}"})
    void a_number_of_thousands_of_digits_is_refused_like_any_other_nonsense(String json) {
        String digits = "9".repeat(5_000);

        assertThatThrownBy(() -> Json.read(json.formatted(digits), Numbers.class))
                .isInstanceOf(JsonbException.class);
    }

    public record Many(List<Numbers> each, Integer whole) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"whole":1,"whole":50} | whole
            {"whole":1.0,"whole":2} | whole
            {"each":[{},{"number":1,"x":2,"number":1}]} | each[1].number
            {"whole":"7","each":[{"number":1,"number":2}]} | each[0].number
            """)
    void what_somebody_else_says_twice_is_refused_by_its_path(String json, String path) {
        assertThatThrownBy(() -> Json.received(json, Many.class)).isInstanceOfSatisfying(MemberTwice.class, twice -> {
            assertThat(twice.path()).isEqualTo(path);
        });
    }

    @Test
    void what_nobody_reads_may_come_twice() {
        String json = "{\"x\":{\"a\":1,\"a\":2},\"x\":[],\"each\":[{\"object\":{\"whole\":1}}],\"whole\":%s}";

        assertThat(Json.received(json.formatted("7"), Many.class).whole()).isEqualTo(7);
        assertThat(Json.received(json.formatted("7.0"), Many.class).whole()).isEqualTo(7);
    }

    @Test
    void unknown_members_are_passed_over() {
        assertThat(Json.read("{\"x\":[[1,{\"y\":[]}]],\"text\":\"a\"}", Note.class))
                .isEqualTo(new Note("a"));
    }
}
