package de.hypersoft.esolutions.connector.tillcore;

/** One line of {@code signatures.log}: a released booking, signed by a SIMULATOR, which is no certified device. */
record Signature(String orderId, long signatureCounter, String signatureValue, String at) {}
