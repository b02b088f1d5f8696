/** Events that survive a crash: stored with the act, delivered to each listener until it succeeds. */
@NullMarked
package de.hypersoft.esolutions.kernel.outbox;

import org.jspecify.annotations.NullMarked;
