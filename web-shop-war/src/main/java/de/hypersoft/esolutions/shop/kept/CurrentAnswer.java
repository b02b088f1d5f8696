package de.hypersoft.esolutions.shop.kept;

import org.jspecify.annotations.Nullable;

/**
 * What is answered, and what it is the answer to.
 *
 * @param revision of what is sold, which it shows
 * @param pictures all that the shop has, of which it may show some; null for an answer without any
 * @param forAnybody whether it would be the same for a guest with another cookie, or with none
 */
public record CurrentAnswer(
        KeptAnswer answer,
        MenuRevisions.Revision revision,
        @Nullable Object pictures,
        boolean forAnybody) {}
