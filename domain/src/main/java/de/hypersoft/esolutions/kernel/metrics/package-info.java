/** What whoever watches sees: every figure by its name, counted here or read from the database. */
@NullMarked
package de.hypersoft.esolutions.kernel.metrics;

import org.jspecify.annotations.NullMarked;
