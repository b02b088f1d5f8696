/** The clockwork: ticks that call one use case each, and the sending of mails. No rule lives here. */
@NullMarked
package de.hypersoft.esolutions.timers;

import org.jspecify.annotations.NullMarked;
