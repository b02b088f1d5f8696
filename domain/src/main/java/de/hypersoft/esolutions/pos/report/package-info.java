/** What tills report of their orders, and what they are told to void. */
@NullMarked
package de.hypersoft.esolutions.pos.report;

import org.jspecify.annotations.NullMarked;
