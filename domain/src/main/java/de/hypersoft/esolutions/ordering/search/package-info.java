/** How an order is kept so that people find it by what they hear on the phone: folded names, phones read from behind. */
@NullMarked
package de.hypersoft.esolutions.ordering.search;

import org.jspecify.annotations.NullMarked;
