/** What whoever watches sees: every figure by its name, counted here or read from the database, and whom a logged line is about. */
@NullMarked
package de.hypersoft.esolutions.kernel.metrics;

import org.jspecify.annotations.NullMarked;
