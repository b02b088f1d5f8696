package de.hypersoft.esolutions.ordering;

import java.time.Instant;

/**
 * Nothing is ordered yet: a mail with a link was sent, and the order is placed once its reader confirms it.
 *
 * @param mailbox to where, for those who know it: {@code a•••@example.org}
 * @param until when the link ends, and what was typed is deleted
 */
public record AwaitsClick(String mailbox, Instant until) implements Placing {}
