/** What the simulated portal plays to a candidate, one situation after the other. */
@NullMarked
package de.hypersoft.esolutions.connector.conformance.scene;

import org.jspecify.annotations.NullMarked;
