/** What can be ordered: the menu and one article. */
@NullMarked
package de.hypersoft.esolutions.shop.menu;

import org.jspecify.annotations.NullMarked;
