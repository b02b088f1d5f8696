/** What the till knows of each order it was offered, and the rules by which that knowledge moves. */
@NullMarked
package de.hypersoft.esolutions.connector.journal;

import org.jspecify.annotations.NullMarked;
