/** Whether this node may be sent requests. */
@NullMarked
package de.hypersoft.esolutions.portal.health;

import org.jspecify.annotations.NullMarked;
