/** What goes over connections: a client that costs little, answers that are looked into, and what a database is asked. */
@NullMarked
package de.hypersoft.esolutions.bench.load.wire;

import org.jspecify.annotations.NullMarked;
