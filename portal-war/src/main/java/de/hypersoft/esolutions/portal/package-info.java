/** The portal at {@code /portal}: pages for managers and hosting staff, and the tills' wire beside them. */
@NullMarked
package de.hypersoft.esolutions.portal;

import org.jspecify.annotations.NullMarked;
