package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.pos.ClaimOrders;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.WebApplicationException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a till's JSON: what is no JSON at all is 400; what lacks a member, or has one of another type or range, is 422 with
 * its name.
 */
public final class Bodies {

    private static final Instant TOO_LATE = Instant.parse("9999-01-01T00:00:00Z");

    /** Names one call of a journal: the same call repeated after a lost answer bears it again, a cloned till cannot. */
    static final String CALL = "Idempotency-Key";

    private Bodies() {}

    public static <T> T read(@Nullable String body, Class<T> type) {
        if (body == null || body.isBlank()) throw malformed("the body is empty");
        try {
            Json.checkWhole(body);
            BodyShape.check(body, type);
            T value = Json.read(body, type);
            if (value == null) throw malformed("the body is null");
            return value;
        } catch (JsonbException | JsonException e) {
            throw malformed("the body is no JSON of the expected shape");
        }
    }

    public static <T> T required(@Nullable T value, String field) {
        if (value == null) throw new Invalid("required", field + " is missing", field);
        return value;
    }

    /**
     * @param read from one of the list and its path, such as {@code items[0]}
     * @throws Invalid {@code required} for one that is null, and as {@code read} does
     */
    public static <T, R> List<R> each(List<T> list, String field, BiFunction<T, String, R> read) {
        List<R> all = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            String path = field + "[" + i + "]";
            all.add(read.apply(required(list.get(i), path), path));
        }
        return all;
    }

    /**
     * A moment of the till's clock. One that no calendar shows would be stored, and then break every page that has to
     * show it.
     *
     * @throws Invalid {@code invalid-time} for anything but an instant from 1970 to 9999
     */
    public static Instant instant(String text, String field) {
        Instant at;
        try {
            at = Instant.parse(text);
        } catch (DateTimeException noInstant) {
            throw noTime(field);
        }
        if (at.isBefore(Instant.EPOCH) || !at.isBefore(TOO_LATE)) throw noTime(field);
        return at;
    }

    private static Invalid noTime(String field) {
        return new Invalid("invalid-time", field + " is an instant like 2026-11-22T18:03:11Z", field);
    }

    /**
     * The journal that speaks.
     *
     * @param id 1 to 64 characters
     * @param call the header {@link #CALL}, 1 to 64 characters; null when the till gives its calls no names
     */
    static ClaimOrders.Journal journal(@Nullable String id, @Nullable Long seq, @Nullable String call) {
        String name = named(required(id, "journalId"), "journalId");
        long number = required(seq, "journalSeq");
        return call == null
                ? new ClaimOrders.Journal(name, number)
                : new ClaimOrders.Journal(name, number, named(call, CALL));
    }

    private static String named(String given, String field) {
        if (given.isBlank()) throw new Invalid("required", field + " is empty; it has 1 to 64 characters", field);
        if (given.length() > 64)
            throw new Invalid("too-long", field + " has more than 64 characters", field, Map.of("limit", 64));
        if (given.indexOf(0) >= 0) throw new Invalid("invalid-value", field + " contains the character 0", field);
        return given;
    }

    private static WebApplicationException malformed(String detail) {
        return new WebApplicationException(
                Problem.of(400, "malformed-body", detail).response());
    }
}
