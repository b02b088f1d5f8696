/** What a basket costs, to the cent, once: the same function for page, API, order and till. */
@NullMarked
package de.hypersoft.esolutions.pricing;

import org.jspecify.annotations.NullMarked;
