/** What is known of a location, kept in memory by its revision. */
@NullMarked
package de.hypersoft.esolutions.tenancy.snapshot;

import org.jspecify.annotations.NullMarked;
