/** Menus, blocks and counters on both databases. */
@NullMarked
package de.hypersoft.esolutions.catalog;

import org.jspecify.annotations.NullMarked;
