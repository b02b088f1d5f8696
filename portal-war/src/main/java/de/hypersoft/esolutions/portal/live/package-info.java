/** Tells open pages that something changed, so that they fetch themselves anew. */
@NullMarked
package de.hypersoft.esolutions.portal.live;

import org.jspecify.annotations.NullMarked;
