/** Bodies of requests: that end, that are text in UTF-8, that are forms with files. */
@NullMarked
package de.hypersoft.esolutions.web.body;

import org.jspecify.annotations.NullMarked;
