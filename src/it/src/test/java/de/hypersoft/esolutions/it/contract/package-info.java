/** The contracts of the two APIs: that they are true, and that nothing released is taken back. */
@NullMarked
package de.hypersoft.esolutions.it.contract;

import org.jspecify.annotations.NullMarked;
