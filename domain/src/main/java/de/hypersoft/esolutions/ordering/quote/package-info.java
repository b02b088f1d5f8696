/** What an order would cost and when it could be had; placing one asks the same, and stores it. */
@NullMarked
package de.hypersoft.esolutions.ordering.quote;

import org.jspecify.annotations.NullMarked;
