/** What belongs to the whole brand: the picture at the head of its shop. */
@NullMarked
package de.hypersoft.esolutions.portal.brand;

import org.jspecify.annotations.NullMarked;
