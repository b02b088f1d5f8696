/** The programs that are measured and killed, each a process of its own. */
@NullMarked
package de.hypersoft.esolutions.bench.program;

import org.jspecify.annotations.NullMarked;
