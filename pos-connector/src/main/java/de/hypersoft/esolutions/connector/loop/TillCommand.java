package de.hypersoft.esolutions.connector.loop;

import org.jspecify.annotations.Nullable;

/**
 * What a person at the till asked for with a command of its own.
 *
 * @param kind event, reprint, replay or resume
 * @param orderId empty for resume
 * @param type for an event its {@code StatusEvent.Type}
 */
public record TillCommand(
        String kind,
        String orderId,
        @Nullable String type,
        @Nullable String reason) {}
