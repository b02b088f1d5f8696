/** Who did what and who was refused what, and how traces of guests end in it. */
@NullMarked
package de.hypersoft.esolutions.kernel.audit;

import org.jspecify.annotations.NullMarked;
