/** What ships with the product: every jar of the server, the EAR and the till's program by name, version and licence. */
@NullMarked
package de.hypersoft.esolutions.inventory;

import org.jspecify.annotations.NullMarked;
