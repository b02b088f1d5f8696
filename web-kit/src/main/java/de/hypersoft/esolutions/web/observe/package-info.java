/** What is told of each request to whoever watches the server. */
@NullMarked
package de.hypersoft.esolutions.web.observe;

import org.jspecify.annotations.NullMarked;
