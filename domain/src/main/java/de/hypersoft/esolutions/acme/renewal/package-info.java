/** When an automatic certificate is wanted, renewed, or tried again. */
@NullMarked
package de.hypersoft.esolutions.acme.renewal;

import org.jspecify.annotations.NullMarked;
