/** The catalogue as it is sent and stored, read strictly. */
@NullMarked
package de.hypersoft.esolutions.catalog.document;

import org.jspecify.annotations.NullMarked;
