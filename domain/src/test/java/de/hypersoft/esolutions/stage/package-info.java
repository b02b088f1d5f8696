/** Plays use cases against real databases without a server: transactions by hand, the clock by hand. */
@NullMarked
package de.hypersoft.esolutions.stage;

import org.jspecify.annotations.NullMarked;
