/** Passwords: chosen, changed, forgotten, hashed. */
@NullMarked
package de.hypersoft.esolutions.identity.password;

import org.jspecify.annotations.NullMarked;
