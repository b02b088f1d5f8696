/** Tills: make one, pair its device by PIN, see whether it is there, revoke it. */
@NullMarked
package de.hypersoft.esolutions.portal.tills;

import org.jspecify.annotations.NullMarked;
