/** Who did what, to read and to take away. */
@NullMarked
package de.hypersoft.esolutions.portal.audit;

import org.jspecify.annotations.NullMarked;
