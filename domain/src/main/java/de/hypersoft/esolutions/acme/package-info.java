/** Certificates that this server obtains and renews by itself (ACME, RFC 8555), where the customer allows it. */
@NullMarked
package de.hypersoft.esolutions.acme;

import org.jspecify.annotations.NullMarked;
