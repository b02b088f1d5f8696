package de.hypersoft.esolutions.kernel.text;

import de.hypersoft.esolutions.kernel.Money;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes plain records as JSON-B does, letter for letter: members by their names, nulls too. */
final class PlainWriter {

    private static final ClassValue<Optional<PlainWriter>> WRITERS = new ClassValue<>() {
        @Override
        protected Optional<PlainWriter> computeValue(Class<?> type) {
            return PlainRecords.areWritten(type) && type.isRecord()
                    ? Optional.of(new PlainWriter(type))
                    : Optional.empty();
        }
    };

    private static final char[] DIGITS = "0123456789abcdef".toCharArray();
    private static final int USUAL = 1024;

    private final List<Member> members;

    private PlainWriter(Class<?> type) {
        this.members = Arrays.stream(type.getRecordComponents())
                .sorted(Comparator.comparing(RecordComponent::getName))
                .map(part -> new Member(quoted(part.getName()) + ":", part.getAccessor()))
                .toList();
    }

    /** @param name in quotes and with a colon */
    private record Member(String name, Method accessor) {}

    /** Null for what is no plain record. */
    static @Nullable String written(Object value) {
        if (WRITERS.get(value.getClass()).isEmpty() || value instanceof Money) return null;
        StringBuilder to = new StringBuilder(USUAL);
        write(value, to);
        return to.toString();
    }

    private static void write(@Nullable Object value, StringBuilder to) {
        if (value == null) to.append("null");
        else if (value instanceof String text) quote(text, to);
        else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) to.append(value);
        else if (value instanceof Money money) write(money, to);
        else if (value instanceof Enum<?> one) quote(one.name(), to);
        else if (value instanceof Instant || value instanceof UUID)
            to.append('"').append(value).append('"');
        else if (value instanceof List<?> list) write(list, to);
        else WRITERS.get(value.getClass()).orElseThrow().members(value, to);
    }

    private static void write(Money money, StringBuilder to) {
        to.append("{\"amount\":\"").append(money.decimal()).append("\",\"currency\":\"");
        to.append(money.currency().getCurrencyCode()).append("\"}");
    }

    private static void write(List<?> list, StringBuilder to) {
        char before = '[';
        for (Object each : list) {
            to.append(before);
            write(each, to);
            before = ',';
        }
        to.append(before == '[' ? "[]" : "]");
    }

    private void members(Object value, StringBuilder to) {
        char before = '{';
        for (Member member : members) {
            to.append(before).append(member.name());
            write(read(member.accessor(), value), to);
            before = ',';
        }
        to.append(before == '{' ? "{}" : "}");
    }

    private static @Nullable Object read(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record tells its parts", e);
        }
    }

    private static String quoted(String text) {
        StringBuilder to = new StringBuilder(text.length() + 2);
        quote(text, to);
        return to.toString();
    }

    private static void quote(String text, StringBuilder to) {
        to.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') continue;
            to.append(text, plain, i);
            escape(c, to);
            plain = i + 1;
        }
        to.append(text, plain, text.length()).append('"');
    }

    private static void escape(char c, StringBuilder to) {
        switch (c) {
            case '"', '\\' -> to.append('\\').append(c);
            case '\b' -> to.append("\\b");
            case '\f' -> to.append("\\f");
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> to.append("\\u00").append(DIGITS[c >> 4]).append(DIGITS[c & 15]);
        }
    }
}
