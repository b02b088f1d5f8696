/** What they work on: a database with a restaurant, its guests, its manager and their mail. */
@NullMarked
package de.hypersoft.esolutions.bench.restaurant;

import org.jspecify.annotations.NullMarked;
