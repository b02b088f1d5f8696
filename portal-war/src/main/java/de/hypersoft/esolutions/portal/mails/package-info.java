/** Mails: what went out, what waits, what failed and why. */
@NullMarked
package de.hypersoft.esolutions.portal.mails;

import org.jspecify.annotations.NullMarked;
