/** Answers that are the same for everybody: rendered once, and sent as bytes from memory. */
@NullMarked
package de.hypersoft.esolutions.shop.kept;

import org.jspecify.annotations.NullMarked;
