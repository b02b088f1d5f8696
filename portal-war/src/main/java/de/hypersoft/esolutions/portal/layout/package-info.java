/** What every page shares: frame, texts in two languages, formats of time and money. */
@NullMarked
package de.hypersoft.esolutions.portal.layout;

import org.jspecify.annotations.NullMarked;
