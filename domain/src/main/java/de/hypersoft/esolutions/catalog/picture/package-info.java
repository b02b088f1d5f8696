/** Pictures: made anew from what was sent, without its metadata. */
@NullMarked
package de.hypersoft.esolutions.catalog.picture;

import org.jspecify.annotations.NullMarked;
