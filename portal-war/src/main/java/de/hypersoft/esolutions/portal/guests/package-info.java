/** What is known of guests and for how long: terms, what was forgotten, and one guest's data found, handed out, erased. */
@NullMarked
package de.hypersoft.esolutions.portal.guests;

import org.jspecify.annotations.NullMarked;
