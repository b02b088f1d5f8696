/** Who may work in the portal: users with their roles and locations, passwords, sign-in with its limits, sessions. */
@NullMarked
package de.hypersoft.esolutions.identity;

import org.jspecify.annotations.NullMarked;
