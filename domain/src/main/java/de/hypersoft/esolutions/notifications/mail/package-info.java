/** Mails: written once, kept, sent, retried, looked at, forgotten. */
@NullMarked
package de.hypersoft.esolutions.notifications.mail;

import org.jspecify.annotations.NullMarked;
