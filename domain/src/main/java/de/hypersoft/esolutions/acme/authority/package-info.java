/** The certificate authority, talked to by ACME. */
@NullMarked
package de.hypersoft.esolutions.acme.authority;

import org.jspecify.annotations.NullMarked;
