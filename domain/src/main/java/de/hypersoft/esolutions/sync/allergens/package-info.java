/** What a location's own words for allergens mean. */
@NullMarked
package de.hypersoft.esolutions.sync.allergens;

import org.jspecify.annotations.NullMarked;
