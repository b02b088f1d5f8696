/** Which event becomes which mail, and the log of all mails: one row per thing, kind, episode and recipient (I6). */
@NullMarked
package de.hypersoft.esolutions.notifications;

import org.jspecify.annotations.NullMarked;
