/** Plays use cases without a server, with the transactions a server would begin. */
@NullMarked
package de.hypersoft.esolutions.stage;

import org.jspecify.annotations.NullMarked;
