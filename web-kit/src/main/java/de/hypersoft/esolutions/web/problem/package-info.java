/** Whatever goes wrong becomes one kind of answer: a problem (RFC 9457) for programs, of which each web module makes its page. */
@NullMarked
package de.hypersoft.esolutions.web.problem;

import org.jspecify.annotations.NullMarked;
