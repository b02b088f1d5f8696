/** What was said about an order before it came. */
@NullMarked
package de.hypersoft.esolutions.ordering.lookup;

import org.jspecify.annotations.NullMarked;
