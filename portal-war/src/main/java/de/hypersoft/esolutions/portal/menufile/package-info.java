/** A restaurant brings its menu in a file, and takes it away in one. */
@NullMarked
package de.hypersoft.esolutions.portal.menufile;

import org.jspecify.annotations.NullMarked;
