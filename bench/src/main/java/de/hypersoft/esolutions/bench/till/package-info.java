/** Tills that come to the server: real ones, many in one process, a rogue one, and the bad line between. */
@NullMarked
package de.hypersoft.esolutions.bench.till;

import org.jspecify.annotations.NullMarked;
