/** What changed in the order list since a browser saw it. */
@NullMarked
package de.hypersoft.esolutions.portal.orders.live;

import org.jspecify.annotations.NullMarked;
