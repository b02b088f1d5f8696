/** How long a client is waited for: bytes that moved, against the time they took. */
@NullMarked
package de.hypersoft.esolutions.http.pace;

import org.jspecify.annotations.NullMarked;
