/** What a client may hold of the running server: admission of connections, requests and their bodies (Undertow). */
@NullMarked
package de.hypersoft.esolutions.http;

import org.jspecify.annotations.NullMarked;
