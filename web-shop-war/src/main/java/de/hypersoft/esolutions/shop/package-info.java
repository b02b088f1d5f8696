/** The guest shop: pages that work without JavaScript, and the same as JSON for programs. */
@NullMarked
package de.hypersoft.esolutions.shop;

import org.jspecify.annotations.NullMarked;
