package de.hypersoft.esolutions.notifications.mail;

import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt to send a mail.
 *
 * @param reason why it did not go out, in the server's words where it said something; null when the server took it
 * @param permanent the server refuses the recipient for good; otherwise it is tried again later
 */
public record MailResult(MailToSend letter, @Nullable String reason, boolean permanent) {

    public static MailResult sent(MailToSend letter) {
        return new MailResult(letter, null, false);
    }

    public static MailResult failed(MailToSend letter, String reason, boolean permanent) {
        return new MailResult(letter, reason, permanent);
    }
}
