/** An order from the guest's click to the plate. It never changes after placement; an edit is withdraw and a new one. */
@NullMarked
package de.hypersoft.esolutions.ordering;

import org.jspecify.annotations.NullMarked;
