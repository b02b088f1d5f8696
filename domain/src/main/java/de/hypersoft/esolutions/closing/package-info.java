/** The business day of each location: opened by its first booking, ended by its own cut-off in its own time zone. */
@NullMarked
package de.hypersoft.esolutions.closing;

import org.jspecify.annotations.NullMarked;
