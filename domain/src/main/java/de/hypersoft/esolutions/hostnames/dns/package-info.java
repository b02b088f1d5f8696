/** What the domain name system says of a host, and what its owner has to change there. */
@NullMarked
package de.hypersoft.esolutions.hostnames.dns;

import org.jspecify.annotations.NullMarked;
