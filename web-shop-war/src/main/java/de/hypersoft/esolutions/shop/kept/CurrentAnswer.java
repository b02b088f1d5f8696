package de.hypersoft.esolutions.shop.kept;

/**
 * What is answered, and what it is the answer to.
 *
 * @param revision of what is sold, which it shows
 * @param forAnybody whether it would be the same for a guest with another cookie, or with none
 */
public record CurrentAnswer(KeptAnswer answer, MenuRevisions.Revision revision, boolean forAnybody) {}
