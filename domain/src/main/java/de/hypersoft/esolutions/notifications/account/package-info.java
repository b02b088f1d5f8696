/** What people with an account are written to. */
@NullMarked
package de.hypersoft.esolutions.notifications.account;

import org.jspecify.annotations.NullMarked;
