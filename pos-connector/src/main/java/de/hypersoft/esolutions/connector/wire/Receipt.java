package de.hypersoft.esolutions.connector.wire;

import org.jspecify.annotations.Nullable;

/**
 * What the till says about a booking.
 *
 * @param number receipt number, gap-free per terminal
 * @param signatureCounter null until the cart was released and signed (T31)
 * @param signatureValue starts with {@code SIMULATOR-} when no certified device signed
 */
public record Receipt(
        long number,
        String terminalId,
        @Nullable Long signatureCounter,
        @Nullable String signatureValue) {}
