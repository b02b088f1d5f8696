/** Orders that wait for a click in a mail before they are placed. */
@NullMarked
package de.hypersoft.esolutions.ordering.click;

import org.jspecify.annotations.NullMarked;
