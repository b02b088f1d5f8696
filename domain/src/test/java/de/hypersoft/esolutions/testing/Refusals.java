package de.hypersoft.esolutions.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.hypersoft.esolutions.kernel.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the model says no with. */
public final class Refusals {

    private Refusals() {}

    /** The refusal of this act; fails when it is taken, or breaks in another way. */
    public static Refusal of(ThrowingCallable act) {
        Throwable thrown = catchThrowable(act);
        assertThat(thrown).isInstanceOf(Refusal.class);
        return (Refusal) thrown;
    }

    /** Its code, by which programs tell it from others. */
    public static String code(ThrowingCallable act) {
        return of(act).code();
    }
}
