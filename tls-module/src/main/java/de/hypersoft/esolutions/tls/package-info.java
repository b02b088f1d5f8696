/** Answers each TLS handshake with the certificate of the host it asks for, inside the running server (plain JDK). */
@NullMarked
package de.hypersoft.esolutions.tls;

import org.jspecify.annotations.NullMarked;
