/** The menu that a restaurant makes in the portal: its draft, what the draft changes, and how it goes on sale. */
@NullMarked
package de.hypersoft.esolutions.menu;

import org.jspecify.annotations.NullMarked;
