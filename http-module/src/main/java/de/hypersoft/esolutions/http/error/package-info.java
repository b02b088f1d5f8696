/** What is answered when a web module answers nothing itself, and what the log says of it. */
@NullMarked
package de.hypersoft.esolutions.http.error;

import org.jspecify.annotations.NullMarked;
