package de.hypersoft.esolutions.connector.journal;

import org.jspecify.annotations.Nullable;

/** Something the portal asks the people at the till to do, as "void it at the till". */
public record Task(String id, String kind, @Nullable String orderId, String text) {}
