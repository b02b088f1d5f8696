package de.hypersoft.esolutions.connector.conformance;

/** What had to come did not come: the rest of the situation has no meaning. */
public final class Standstill extends Exception {
    private static final long serialVersionUID = 1L;

    Standstill(String words) {
        super(words);
    }
}
