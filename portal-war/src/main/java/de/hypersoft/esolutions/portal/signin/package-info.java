/** The door of the portal: signing in and out, passwords that were forgotten, the first administrator. */
@NullMarked
package de.hypersoft.esolutions.portal.signin;

import org.jspecify.annotations.NullMarked;
