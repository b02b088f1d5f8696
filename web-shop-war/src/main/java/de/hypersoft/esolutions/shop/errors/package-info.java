/** Turns refusals and faults into a page for people or a problem for programs. */
@NullMarked
package de.hypersoft.esolutions.shop.errors;

import org.jspecify.annotations.NullMarked;
