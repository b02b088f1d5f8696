/** Guests: found, blocked, forgotten. */
@NullMarked
package de.hypersoft.esolutions.ordering.guests;

import org.jspecify.annotations.NullMarked;
