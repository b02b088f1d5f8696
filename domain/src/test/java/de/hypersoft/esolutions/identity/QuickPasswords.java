package de.hypersoft.esolutions.identity;

/** Passwords that cost little, for tests of other features. */
public final class QuickPasswords {

    private QuickPasswords() {}

    public static Passwords get() {
        return new Passwords(1_000);
    }
}
