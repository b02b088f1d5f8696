/** Bad catalogues, one by one, and loads on both databases. */
@NullMarked
package de.hypersoft.esolutions.sync;

import org.jspecify.annotations.NullMarked;
