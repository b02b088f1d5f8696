/** The database: migrations, locks, conflicts, readiness, and what to tell when it is away. */
@NullMarked
package de.hypersoft.esolutions.kernel.database;

import org.jspecify.annotations.NullMarked;
