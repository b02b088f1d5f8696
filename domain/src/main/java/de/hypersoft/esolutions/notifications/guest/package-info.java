/** What guests are written to. */
@NullMarked
package de.hypersoft.esolutions.notifications.guest;

import org.jspecify.annotations.NullMarked;
