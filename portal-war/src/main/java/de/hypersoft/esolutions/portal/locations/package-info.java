/** Locations: address, zone, cut-off, hours, mail addresses, thresholds. */
@NullMarked
package de.hypersoft.esolutions.portal.locations;

import org.jspecify.annotations.NullMarked;
