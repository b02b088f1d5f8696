/** Which shop a host shows, and under which address a shop is known. */
@NullMarked
package de.hypersoft.esolutions.hostnames.shopfront;

import org.jspecify.annotations.NullMarked;
