/** Business days and day ends of each location. */
@NullMarked
package de.hypersoft.esolutions.portal.days;

import org.jspecify.annotations.NullMarked;
