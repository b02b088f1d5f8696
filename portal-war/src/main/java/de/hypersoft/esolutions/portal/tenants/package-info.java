/** Customers of the platform, for hosting staff. */
@NullMarked
package de.hypersoft.esolutions.portal.tenants;

import org.jspecify.annotations.NullMarked;
