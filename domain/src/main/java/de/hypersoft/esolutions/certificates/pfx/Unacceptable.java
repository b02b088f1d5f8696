package de.hypersoft.esolutions.certificates.pfx;

import java.util.List;

/** Ends the check of a file at once: nothing more can be said about it. Never leaves this package. */
public final class Unacceptable extends Exception {

    private final transient List<Finding> findings;

    Unacceptable(Finding.Kind kind, String... facts) {
        this(List.of(Finding.of(kind, facts)));
    }

    private Unacceptable(List<Finding> findings) {
        super(findings.get(0).kind().code(), null, false, false);
        this.findings = findings;
    }

    Finding finding() {
        return findings.get(0);
    }

    public List<Finding> findings() {
        return findings;
    }

    /** The same, said of one of several files. */
    Unacceptable in(String file) {
        return new Unacceptable(List.of(finding(), Finding.of(Finding.Kind.IN_THIS_FILE, file)));
    }
}
