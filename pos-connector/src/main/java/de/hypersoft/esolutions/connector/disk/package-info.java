/** Files that survive kill -9 and a torn tail: append, flush to disk, answer. */
@NullMarked
package de.hypersoft.esolutions.connector.disk;

import org.jspecify.annotations.NullMarked;
