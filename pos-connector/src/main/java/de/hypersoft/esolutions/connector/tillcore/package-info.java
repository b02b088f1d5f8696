/** The till core that books, a process of its own behind a small interface; here a simulator takes the till's place. */
@NullMarked
package de.hypersoft.esolutions.connector.tillcore;

import org.jspecify.annotations.NullMarked;
