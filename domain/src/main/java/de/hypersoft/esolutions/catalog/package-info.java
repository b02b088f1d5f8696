/** What can be ordered at a location: the published menu, and the overlay of blocks and counters that is always live. */
@NullMarked
package de.hypersoft.esolutions.catalog;

import org.jspecify.annotations.NullMarked;
