/** What became of an order. */
@NullMarked
package de.hypersoft.esolutions.shop.status;

import org.jspecify.annotations.NullMarked;
