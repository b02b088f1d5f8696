package de.hypersoft.esolutions.certificates;

/** Ends the check of a file at once: nothing more can be said about it. Never leaves this package. */
final class Unacceptable extends Exception {

    private final transient Finding finding;

    Unacceptable(Finding.Kind kind, String... facts) {
        super(kind.code(), null, false, false);
        this.finding = Finding.of(kind, facts);
    }

    Finding finding() {
        return finding;
    }
}
