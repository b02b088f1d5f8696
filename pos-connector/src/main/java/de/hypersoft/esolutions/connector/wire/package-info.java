/** Shapes that more than one side of this program speaks. */
@NullMarked
package de.hypersoft.esolutions.connector.wire;

import org.jspecify.annotations.NullMarked;
