/** Master data over the till's wire: catalogue, pictures, availability (handover.md). */
@NullMarked
package de.hypersoft.esolutions.portal.pos.catalog;

import org.jspecify.annotations.NullMarked;
