/** People of the portal: make, change, deactivate. */
@NullMarked
package de.hypersoft.esolutions.portal.users;

import org.jspecify.annotations.NullMarked;
