/** The mail sender against a real SMTP server. */
@NullMarked
package de.hypersoft.esolutions.timers;

import org.jspecify.annotations.NullMarked;
