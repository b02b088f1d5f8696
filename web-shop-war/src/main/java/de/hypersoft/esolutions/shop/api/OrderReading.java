package de.hypersoft.esolutions.shop.api;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.kernel.text.MemberTwice;
import de.hypersoft.esolutions.ordering.Channel;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.PaymentMethod;
import de.hypersoft.esolutions.ordering.quote.Wish;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.shop.guard.Rejected;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.OrderType;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an order or a basket from JSON; what is missing or of another kind is refused with the path of its member. */
final class OrderReading {

    private OrderReading() {}

    static OrderRequest of(String body, @Nullable String key, String language) {
        if (key == null || key.isBlank())
            throw new Invalid("missing-idempotency-key", "the header Idempotency-Key is missing", "Idempotency-Key");
        Shapes.OrderInput input = parsed(body, Shapes.OrderInput.class);
        return new OrderRequest(
                key,
                Channel.API,
                needed(input.location(), "location"),
                oneOf(OrderType.class, input.orderType(), "orderType"),
                guest(needed(input.guest(), "guest"), language),
                address(input.deliveryAddress()),
                input.fulfilAt(),
                text(input.note()),
                lines(needed(input.lines(), "lines")),
                oneOf(PaymentMethod.class, needed(input.payment(), "payment").method(), "payment.method"),
                money(input.expectedTotal()),
                Boolean.TRUE.equals(input.ageConfirmed()));
    }

    /** What an order says of its basket; whatever else it says is not looked at, so that a whole order can be quoted. */
    static Wish wish(String body) {
        Shapes.QuoteInput input = parsed(body, Shapes.QuoteInput.class);
        return new Wish(
                needed(input.location(), "location"),
                oneOf(OrderType.class, input.orderType(), "orderType"),
                address(input.deliveryAddress()),
                input.fulfilAt(),
                text(input.note()),
                lines(needed(input.lines(), "lines")),
                money(input.expectedTotal()));
    }

    private static <T> T parsed(String body, Class<T> shape) {
        T asDescribed = Json.plain(body, shape);
        if (asDescribed != null) return asDescribed;
        try {
            Json.checkWhole(body);
            BodyKinds.check(body, shape);
            T input = Json.received(body, shape);
            if (input == null) throw Rejected.malformedJson();
            return input;
        } catch (MemberTwice twice) {
            throw Rejected.malformedJson(twice.path(), twice.path() + " comes twice");
        } catch (JsonbException | IllegalArgumentException | JsonException e) {
            throw Rejected.malformedJson();
        }
    }

    private static Guest guest(Shapes.GuestInput guest, String language) {
        return new Guest(
                text(guest.name()),
                text(guest.phone()),
                text(guest.email()),
                guest.language() == null ? language : guest.language());
    }

    private static @Nullable Address address(@Nullable Address given) {
        return given == null
                ? null
                : new Address(
                        text(given.street()),
                        text(given.postcode()),
                        text(given.city()),
                        text(given.country()),
                        text(given.note()));
    }

    private static List<Selection> lines(List<Shapes.LineInput> given) {
        List<Selection> lines = new ArrayList<>();
        for (int i = 0; i < given.size(); i++)
            lines.add(line(needed(given.get(i), "lines[" + i + "]"), "lines[" + i + "]"));
        return lines;
    }

    private static Selection line(Shapes.LineInput given, String path) {
        return new Selection(
                needed(given.articleId(), path + ".articleId"),
                quantity(given.quantity(), path + ".quantity"),
                picks(given.options(), path + ".options"),
                text(given.note()));
    }

    private static List<Selection.Pick> picks(@Nullable List<Shapes.OptionInput> given, String path) {
        List<Selection.Pick> picks = new ArrayList<>();
        List<Shapes.OptionInput> options = given == null ? List.of() : given;
        for (int i = 0; i < options.size(); i++) picks.add(pick(options.get(i), path + "[" + i + "]"));
        return picks;
    }

    private static Selection.Pick pick(Shapes.@Nullable OptionInput given, String path) {
        Shapes.OptionInput sure = needed(given, path);
        return new Selection.Pick(
                needed(sure.groupId(), path + ".groupId"),
                needed(sure.optionId(), path + ".optionId"),
                sure.quantity() == null ? 1 : quantity(sure.quantity(), path + ".quantity"),
                picks(sure.options(), path + ".options"));
    }

    /** A JSON number cut down to 32 bits would turn four billion into a few. */
    private static int quantity(@Nullable JsonValue given, String field) {
        if (needed(given, field) instanceof JsonNumber number && number.isIntegral()) {
            long value = number.bigIntegerValue().bitLength() < 32 ? number.longValue() : -1;
            return (int) Math.max(-1, Math.min(value, Integer.MAX_VALUE));
        }
        throw new Invalid("not-a-number", field + " is no whole number", field);
    }

    private static @Nullable Money money(Shapes.@Nullable MoneyInput given) {
        if (given == null) return null;
        try {
            Currency currency = Currency.getInstance(needed(given.currency(), "expectedTotal.currency"));
            return Money.parse(needed(given.amount(), "expectedTotal.amount"), currency, "expectedTotal.amount");
        } catch (IllegalArgumentException e) {
            throw new Invalid("unknown-currency", "there is no such currency", "expectedTotal.currency");
        }
    }

    private static <E extends Enum<E>> E oneOf(Class<E> kind, @Nullable String given, String field) {
        String wanted = needed(given, field);
        return Arrays.stream(kind.getEnumConstants())
                .filter(e -> e.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Invalid("unknown-value", field + " is none of those offered", field));
    }

    private static <T> T needed(@Nullable T given, String field) {
        if (given == null) throw new Invalid("required", field + " is missing", field);
        return given;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
