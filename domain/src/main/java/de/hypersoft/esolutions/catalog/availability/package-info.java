/** What is sold out, counted or on sale at certain hours. */
@NullMarked
package de.hypersoft.esolutions.catalog.availability;

import org.jspecify.annotations.NullMarked;
