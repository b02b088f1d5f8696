/** The menu editor's rules, on both databases. */
@NullMarked
package de.hypersoft.esolutions.menu;

import org.jspecify.annotations.NullMarked;
