package de.hypersoft.esolutions.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.hypersoft.esolutions.kernel.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a page or a till's call is refused with. */
public final class Refused {

    private Refused() {}

    /** The refusal of this act; fails when it is taken, or breaks in another way. */
    public static Refusal of(ThrowingCallable act) {
        Throwable thrown = catchThrowable(act);
        assertThat(thrown).isInstanceOf(Refusal.class);
        return (Refusal) thrown;
    }

    public static String code(ThrowingCallable act) {
        return of(act).code();
    }
}
