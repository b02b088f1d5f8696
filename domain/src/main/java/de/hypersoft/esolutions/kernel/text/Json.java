package de.hypersoft.esolutions.kernel.text;

import de.hypersoft.esolutions.kernel.Money;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Currency;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The one way this system reads and writes JSON: nulls are written, unknown members ignored, money is a decimal string. */
public final class Json {

    private static final Jsonb JSONB =
            JsonbBuilder.create(new JsonbConfig().withNullValues(true).withAdapters(new MoneyAdapter()));

    private static final int DEEPEST = 100;
    private static final JsonParserFactory PARSERS = JsonProvider.provider().createParserFactory(Map.of());

    private Json() {}

    public static Jsonb jsonb() {
        return JSONB;
    }

    public static String write(Object value) {
        String plain = PlainWriter.written(value);
        return plain == null ? JSONB.toJson(value) : plain;
    }

    /** @throws JsonbException when it is no JSON, nested deeper than {@value #DEEPEST}, or of another shape */
    public static <T> T read(String json, Class<T> type) {
        T plain = plain(json, type);
        if (plain != null) return plain;
        checkWhole(json);
        return JSONB.fromJson(json, type);
    }

    /**
     * The same of what somebody else has written, each member of which may be said once.
     *
     * @throws MemberTwice when one that is read comes again
     * @throws JsonbException as {@link #read}
     */
    public static <T> T received(String json, Class<T> type) {
        T plain = PlainReader.reads(type) ? plain(json, type) : null; // which takes nothing that comes twice
        if (plain != null) return plain;
        checkWhole(json);
        try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
            new MembersOnce(parser).check(type);
        }
        return JSONB.fromJson(json, type);
    }

    /** Null when there is anything in it that JSON-B is to look at, be it to refuse it. */
    public static <T> @Nullable T plain(String json, Class<T> type) {
        if (!PlainReader.reads(type)) return null;
        try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
            return PlainReader.read(parser, type, DEEPEST);
        } catch (RuntimeException unusual) {
            return null;
        }
    }

    /**
     * Parsson's way over unknown members never returns from JSON that is cut off; so it is walked through before.
     *
     * @throws JsonbException when it is no JSON, or nested deeper than {@value #DEEPEST}
     */
    public static void checkWhole(String json) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
            int depth = 0;
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case START_OBJECT, START_ARRAY -> depth++;
                    case END_OBJECT, END_ARRAY -> depth--;
                    case KEY_NAME, VALUE_STRING -> checkLetters(parser.getString());
                    default -> {
                        // a plain value
                    }
                }
                if (depth > DEEPEST) throw new JsonbException("nested deeper than " + DEEPEST);
            }
            if (depth > 0) throw new JsonbException("cut off");
        } catch (JsonException | NoSuchElementException e) {
            throw new JsonbException("no JSON: " + e.getMessage(), e);
        }
    }

    private static void checkLetters(String text) {
        Utf8.loneSurrogate(text).ifPresent(half -> {
            throw new JsonbException("half a character: \\u" + Integer.toHexString(half));
        });
    }

    /** {@code {"amount":"12.54","currency":"EUR"}}. */
    public record MoneyShape(String amount, String currency) {}

    /** Public because JSON-B instantiates it by reflection. JSON-B asks it to read null too. */
    public static final class MoneyAdapter implements JsonbAdapter<Money, MoneyShape> {
        @Override
        public MoneyShape adaptToJson(Money money) {
            return new MoneyShape(money.decimal(), money.currency().getCurrencyCode());
        }

        @Override
        public @Nullable Money adaptFromJson(@Nullable MoneyShape shape) {
            return shape == null ? null : Money.parse(shape.amount(), Currency.getInstance(shape.currency()));
        }
    }
}
