/** The guest's cart. */
@NullMarked
package de.hypersoft.esolutions.shop.cart;

import org.jspecify.annotations.NullMarked;
