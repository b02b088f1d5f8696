package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import java.time.DateTimeException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Reads a part of the file so that whatever is refused names its place there: {@code users[2].login}. */
final class DocumentPart {

    private DocumentPart() {}

    /** @throws Invalid as the model refused it, at that place; {@code unreadable-value} for what it cannot read */
    static <T> T at(String place, Supplier<T> part) {
        try {
            return part.get();
        } catch (Refusal refused) {
            throw new Invalid(refused.code(), said(refused), place, refused.parameters());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new Invalid("unreadable-value", said(unreadable), place);
        }
    }

    static void at(String place, Runnable part) {
        at(place, () -> {
            part.run();
            return place;
        });
    }

    /** As above, for a part whose own fields are named by what refuses them. */
    static <T> T within(String place, Supplier<T> part) {
        return within(place, UnaryOperator.identity(), part);
    }

    /** @param member what the file calls a field */
    static <T> T within(String place, UnaryOperator<String> member, Supplier<T> part) {
        try {
            return part.get();
        } catch (Invalid refused) {
            String field = place + "." + member.apply(refused.field());
            throw new Invalid(refused.code(), said(refused), field, refused.parameters());
        }
    }

    private static String said(RuntimeException refused) {
        return String.valueOf(refused.getMessage());
    }
}
