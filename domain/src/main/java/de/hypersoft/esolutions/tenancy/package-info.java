/** Who our customers are and where they cook: tenants, locations, hours, delivery zones, the cut-off of the day. */
@NullMarked
package de.hypersoft.esolutions.tenancy;

import org.jspecify.annotations.NullMarked;
