/** The numbers that people call orders by. */
@NullMarked
package de.hypersoft.esolutions.ordering.number;

import org.jspecify.annotations.NullMarked;
