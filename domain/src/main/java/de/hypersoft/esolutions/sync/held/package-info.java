/** Loads that would take much away and wait for a person. */
@NullMarked
package de.hypersoft.esolutions.sync.held;

import org.jspecify.annotations.NullMarked;
