/** What the product takes from others: the modules of its server, its libraries, and what is known against them. */
@NullMarked
package de.hypersoft.esolutions.it.supply;

import org.jspecify.annotations.NullMarked;
