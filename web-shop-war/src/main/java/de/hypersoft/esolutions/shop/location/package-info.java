/** Choosing where to order. */
@NullMarked
package de.hypersoft.esolutions.shop.location;

import org.jspecify.annotations.NullMarked;
