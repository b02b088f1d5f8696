/** What a guest sees while there is no connection at all. */
@NullMarked
package de.hypersoft.esolutions.shop.offline;

import org.jspecify.annotations.NullMarked;
