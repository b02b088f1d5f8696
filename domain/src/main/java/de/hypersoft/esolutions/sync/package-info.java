/** Master data in: full loads and increments from a till, checked, staged, and published as a menu (seed 000, T24). */
@NullMarked
package de.hypersoft.esolutions.sync;

import org.jspecify.annotations.NullMarked;
