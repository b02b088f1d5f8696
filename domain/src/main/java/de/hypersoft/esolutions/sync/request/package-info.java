/** A sync that somebody asked for, followed from the button to the menu. */
@NullMarked
package de.hypersoft.esolutions.sync.request;

import org.jspecify.annotations.NullMarked;
