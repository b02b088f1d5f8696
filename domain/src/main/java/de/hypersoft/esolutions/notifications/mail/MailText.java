package de.hypersoft.esolutions.notifications.mail;

/**
 * What a mail says, twice: as plain text and as simple HTML.
 *
 * @param html escaped, without anything that is fetched from elsewhere
 */
public record MailText(String language, String subject, String text, String html) {}
