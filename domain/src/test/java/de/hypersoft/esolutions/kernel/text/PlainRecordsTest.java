package de.hypersoft.esolutions.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.OrderPlaced;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.pricing.Selection;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRecordsTest {

    private static final int TIMES = 150;
    private static final List<String> TEXTS = List.of(
            "",
            "Linde",
            "Käse & Öl",
            "\"quoted\" \\ / </script>",
            "\b\f\n\r\t\u0000\u001f\u007f\u2028",
            "🍕 日本",
            "12",
            "null",
            "2026-12-01T12:00:00Z");
    private static final List<String> MOMENTS = List.of(
            "2026-12-01T12:00:00Z",
            "2026-12-01T12:00:00.120Z",
            "2026-12-01T12:00:00.123456789Z",
            "1969-12-31T23:59:59Z",
            "+12026-01-01T00:00:00Z");
    private static final Pattern VALUE =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"(?!:)|-?\\d+|true|false|null|\\[\\]");
    private static final List<String> OTHER_VALUES = List.of(
            "null",
            "\"\"",
            "\"7\"",
            "7",
            "-0",
            "007",
            "7.0",
            "7e1",
            "99999999999",
            "9".repeat(3_000),
            "true",
            "{}",
            "[]",
            "[null]",
            "{\"amount\":\"1.5\",\"currency\":\"EUR\"}",
            "{\"amount\":\"1.5\",\"currency\":\"EUR\",\"x\":[{}]}",
            "{\"amount\":1.5,\"currency\":\"EUR\"}",
            "{\"amount\":\"1.505\",\"currency\":\"EUR\"}",
            "{\"amount\":\"1\",\"currency\":\"XXXX\"}",
            "\"2026-12-01T12:00:00+01:00\"",
            "\"2026-12-01T12:00Z\"",
            "\"2026-12-01\"",
            "\"\\ud83c\"",
            "\"1-1-1-1-1\"",
            "\"MONDAY\"",
            "\"monday\"",
            "'x'",
            "[".repeat(100) + "]".repeat(100),
            "");

    public record Part(String name, int quantity, List<Part> below) {}

    public record All(
            String text,
            int number,
            Integer maybeNumber,
            long large,
            @Nullable Long maybeLarge,
            boolean sure,
            @Nullable Boolean maybeSure,
            @Nullable Instant at,
            UUID id,
            @Nullable Money price,
            DayOfWeek day,
            List<String> textB,
            List<List<Integer>> texta,
            Part part,
            List<Part> parts) {}

    public record Given(
            @Nullable JsonValue value,
            @Nullable String text,
            @Nullable List<Part> parts) {}

    public record Mapped(Map<String, String> words) {}

    public record Perhaps(Optional<String> word) {}

    public record Seen(String word) {
        public String getMore() {
            return word + word;
        }
    }

    record Hidden(String word) {}

    static Stream<Class<?>> stored() {
        return Stream.of(All.class, OrderDocument.class, OrderPlaced.class, Selection.class);
    }

    static Stream<Class<?>> read() {
        return Stream.of(All.class, OrderDocument.class, OrderPlaced.class, Selection.class, Given.class);
    }

    @ParameterizedTest
    @MethodSource("stored")
    void what_is_stored_is_what_JSON_B_would_store_letter_for_letter(Class<?> type) {
        Random random = new Random(1);
        for (int i = 0; i < TIMES; i++) {
            Object value = made(type, random, 3);

            assertThat(PlainWriter.written(value))
                    .isEqualTo(Json.jsonb().toJson(value))
                    .isEqualTo(Json.write(value));
        }
    }

    @ParameterizedTest
    @MethodSource("read")
    void what_is_read_is_what_JSON_B_would_read_and_what_is_refused_is_refused_in_its_words(Class<?> type) {
        Random random = new Random(2);
        for (int i = 0; i < TIMES; i++) {
            String text = Json.jsonb().toJson(made(type == Given.class ? All.class : type, random, 2));
            for (String json : List.of(text, changed(text, random), changed(changed(text, random), random)))
                assertThat(outcome(() -> Json.read(json, type))).as(json).isEqualTo(outcome(() -> byJsonB(json, type)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":3,\"text\":\"a\",\"x\":{\"y\":[1,\"b\",null]}}",
                "{\"value\":\"3\"}",
                "{\"value\":null}",
                "{\"value\":1.50}",
                "{\"value\":{\"a\":1}}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":3}",
                "{\"text\":true}",
                "{\"parts\":[{\"name\":\"a\",\"quantity\":1}]}",
                "{\"parts\":[{\"name\":\"a\"}]}",
                "{\"parts\":[null]}",
                "{\"parts\":{}}",
                "{\"parts\":[{\"quantity\":1.0}]}",
                "{\"x\":\"\\udc00\"}",
                "{\"\\udc00\":1}",
                "{\"text\":\"a\"} ",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\"",
                "{\"text\":\"a\",}",
                "\ufeff{}",
                "[]",
                "null",
                "3",
                ""
            })
    void an_odd_text_is_read_or_refused_as_by_JSON_B(String json) {
        assertThat(outcome(() -> Json.read(json, Given.class))).isEqualTo(outcome(() -> byJsonB(json, Given.class)));
    }

    @Test
    void documents_and_requests_of_orders_need_no_JSON_B() {
        assertThat(List.of(OrderDocument.class, OrderPlaced.class, Selection.class, OrderRequest.class))
                .allMatch(PlainRecords::areWritten)
                .allMatch(PlainRecords::areRead);
    }

    @Test
    void a_record_in_which_JSON_B_may_see_more_is_left_to_it() {
        assertThat(List.of(Mapped.class, Perhaps.class, Seen.class, Hidden.class, Given.class))
                .noneMatch(PlainRecords::areWritten);
        assertThat(Json.write(new Seen("a"))).isEqualTo("{\"getMore\":\"aa\",\"word\":\"a\"}");
    }

    private static Object byJsonB(String json, Class<?> type) {
        Json.checkWhole(json);
        return Json.jsonb().fromJson(json, type);
    }

    private static String outcome(Supplier<Object> reading) {
        try {
            return String.valueOf(reading.get());
        } catch (RuntimeException refused) {
            return refused.getClass().getName() + ": " + refused.getMessage();
        }
    }

    /** The same text with another value in one place. */
    private static String changed(String json, Random random) {
        List<MatchResult> values = VALUE.matcher(json).results().toList();
        if (values.isEmpty()) return json;
        MatchResult old = values.get(random.nextInt(values.size()));
        return json.substring(0, old.start()) + any(OTHER_VALUES, random) + json.substring(old.end());
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Object made(Type type, Random random, int deep) {
        if (type == String.class) return any(TEXTS, random);
        if (type == int.class || type == Integer.class) return random.nextInt();
        if (type == long.class || type == Long.class) return random.nextLong();
        if (type == boolean.class || type == Boolean.class) return random.nextBoolean();
        if (type == Instant.class) return Instant.parse(any(MOMENTS, random));
        if (type == UUID.class) return new UUID(random.nextLong(), random.nextLong());
        if (type == Money.class) return Money.of(random.nextInt(), any(List.of("EUR", "CHF", "JPY"), random));
        if (type == Guest.class) return new Guest("Zoë \"Z\"", "+49 30 12345", "zoe@example.org", "de");
        if (PlainRecords.isList(type)) return list(PlainRecords.element(type), random, deep);
        Class<?> its = (Class<?>) type;
        return its.isEnum() ? any(List.of(its.getEnumConstants()), random) : record(its, random, deep);
    }

    private static List<Object> list(Type element, Random random, int deep) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); deep > 0 && i > 0; i--) list.add(made(element, random, deep - 1));
        return list;
    }

    private static Object record(Class<?> type, Random random, int deep) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(parts)
                .map(part -> isLeftOut(part, random) ? null : made(part.getGenericType(), random, deep))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean isLeftOut(RecordComponent part, Random random) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0;
    }
}
