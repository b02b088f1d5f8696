package de.hypersoft.esolutions.kernel;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The one way this system reads and writes JSON: nulls are written, unknown members ignored, money is a decimal string. */
public final class Json {

    private static final Jsonb JSONB =
            JsonbBuilder.create(new JsonbConfig().withNullValues(true).withAdapters(new MoneyAdapter()));

    private Json() {}

    public static Jsonb jsonb() {
        return JSONB;
    }

    public static String write(Object value) {
        return JSONB.toJson(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return JSONB.fromJson(json, type);
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
