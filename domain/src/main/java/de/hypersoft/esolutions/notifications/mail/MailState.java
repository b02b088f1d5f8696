package de.hypersoft.esolutions.notifications.mail;

/** Where a mail stands. UNDELIVERABLE shows its reason and can be tried again by hand. */
public enum MailState {
    WAITING,
    SENT,
    UNDELIVERABLE,
    /** Not sent: what it tells of was over before it could go out. */
    OVERTAKEN
}
