/** The committed contract of an API (OpenAPI 3.1, as JSON), read so that a page can show it. */
@NullMarked
package de.hypersoft.esolutions.web.contract;

import org.jspecify.annotations.NullMarked;
