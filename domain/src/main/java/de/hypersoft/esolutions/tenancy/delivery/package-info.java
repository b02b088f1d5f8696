/** Where a location delivers, and for how much. */
@NullMarked
package de.hypersoft.esolutions.tenancy.delivery;

import org.jspecify.annotations.NullMarked;
