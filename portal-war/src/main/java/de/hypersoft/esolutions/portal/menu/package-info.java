/** The menu editor: overview, dishes, option groups, prices at once, what changed, and menus of before. */
@NullMarked
package de.hypersoft.esolutions.portal.menu;

import org.jspecify.annotations.NullMarked;
