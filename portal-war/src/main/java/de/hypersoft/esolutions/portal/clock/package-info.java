/** The movable clock of a test server. */
@NullMarked
package de.hypersoft.esolutions.portal.clock;

import org.jspecify.annotations.NullMarked;
