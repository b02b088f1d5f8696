/** A guest's cart at one location. */
@NullMarked
package de.hypersoft.esolutions.ordering.cart;

import org.jspecify.annotations.NullMarked;
