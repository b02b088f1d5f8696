package de.hypersoft.esolutions.connector.conformance;

/**
 * What was seen of a rule.
 *
 * @param evidence one sentence: what reached the portal, or what the till core has booked
 */
public record Verdict(Rule rule, Outcome outcome, String evidence) {

    /** How a rule came out. */
    public enum Outcome {
        KEPT,
        BROKEN,
        /** The run came to no situation in which it would show. */
        UNSEEN
    }
}
