/** Tills: paired, authenticated, present or away, distrusted. */
@NullMarked
package de.hypersoft.esolutions.pos.tills;

import org.jspecify.annotations.NullMarked;
