/** What a node does while nobody asks it for anything, with a few locations and with very many. */
@NullMarked
package de.hypersoft.esolutions.bench.idle;

import org.jspecify.annotations.NullMarked;
