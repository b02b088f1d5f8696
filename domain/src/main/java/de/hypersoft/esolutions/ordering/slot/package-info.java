/** The times for which an order can be had. */
@NullMarked
package de.hypersoft.esolutions.ordering.slot;

import org.jspecify.annotations.NullMarked;
