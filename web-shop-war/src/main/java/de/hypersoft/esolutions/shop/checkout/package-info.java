/** From the cart to a placed order. */
@NullMarked
package de.hypersoft.esolutions.shop.checkout;

import org.jspecify.annotations.NullMarked;
