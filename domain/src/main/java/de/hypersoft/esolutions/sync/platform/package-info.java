/** Menus as other platforms hand them out: what they say that a menu here can hold, and what it cannot. */
@NullMarked
package de.hypersoft.esolutions.sync.platform;

import org.jspecify.annotations.NullMarked;
