/** Opening hours, special days and pauses of a location. */
@NullMarked
package de.hypersoft.esolutions.tenancy.hours;

import org.jspecify.annotations.NullMarked;
