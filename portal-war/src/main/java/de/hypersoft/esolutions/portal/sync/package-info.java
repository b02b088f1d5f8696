/** Master data: what guests see, what waits, ad-hoc sync, and every load with its report. */
@NullMarked
package de.hypersoft.esolutions.portal.sync;

import org.jspecify.annotations.NullMarked;
