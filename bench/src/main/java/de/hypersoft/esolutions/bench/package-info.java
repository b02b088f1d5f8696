/** Chaos and measurements: real programs, killed and delayed from outside, and what came of it counted. */
@NullMarked
package de.hypersoft.esolutions.bench;

import org.jspecify.annotations.NullMarked;
