/** The wire between us and the tills, version 1: JSON, bearer token, problem+json. Translates, decides nothing. */
@NullMarked
package de.hypersoft.esolutions.portal.pos;

import org.jspecify.annotations.NullMarked;
