package de.hypersoft.esolutions.notifications.mail;

import java.util.UUID;

/**
 * A mail on its way out.
 *
 * @param attempt 1 for the first; goes back with the result
 * @param messageId the same at every attempt, in angle brackets
 */
public record MailToSend(
        UUID id,
        int attempt,
        String messageId,
        String recipient,
        String language,
        String subject,
        String text,
        String html) {
    @Override
    public String toString() {
        return "Letter[" + id + "]"; // a log never shows guest data (T65)
    }
}
