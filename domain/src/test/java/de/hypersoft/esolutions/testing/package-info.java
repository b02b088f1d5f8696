/** What the tests of all modules share: real databases, stores on them, clocks that are moved by hand. */
@NullMarked
package de.hypersoft.esolutions.testing;

import org.jspecify.annotations.NullMarked;
