/** Which shop answers under which host name, and what that shop is, read from memory. */
@NullMarked
package de.hypersoft.esolutions.hostnames;

import org.jspecify.annotations.NullMarked;
