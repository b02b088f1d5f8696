/** The keys that encrypt all others, in a file or in the environment. */
@NullMarked
package de.hypersoft.esolutions.tls.keys;

import org.jspecify.annotations.NullMarked;
