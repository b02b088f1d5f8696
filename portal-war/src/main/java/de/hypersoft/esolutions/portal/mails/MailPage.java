package de.hypersoft.esolutions.portal.mails;

/** One mail as it was written. */
final class MailPage {
    private MailPage() {}
}
