/** The heart: orders by age, the sheet to type them into a till by hand, and the moves a manager can make. */
@NullMarked
package de.hypersoft.esolutions.portal.orders;

import org.jspecify.annotations.NullMarked;
