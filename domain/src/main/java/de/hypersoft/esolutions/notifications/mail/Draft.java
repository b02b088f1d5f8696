package de.hypersoft.esolutions.notifications.mail;

import java.util.UUID;

/**
 * A mail to be queued.
 *
 * @param about the order
 * @param episode counts how often the order became transferable: an untick or return starts a new one (I6)
 */
public record Draft(
        MailKind kind, UUID about, int episode, UUID tenant, UUID location, String recipient, MailText text) {}
