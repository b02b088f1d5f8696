/** The context and engine of the listener, which look at the directory for each handshake. */
@NullMarked
package de.hypersoft.esolutions.tls.listener;

import org.jspecify.annotations.NullMarked;
