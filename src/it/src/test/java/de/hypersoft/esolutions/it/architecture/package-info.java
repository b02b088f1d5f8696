/** The rules of the house, checked on compiled classes and on source files. */
@NullMarked
package de.hypersoft.esolutions.it.architecture;

import org.jspecify.annotations.NullMarked;
