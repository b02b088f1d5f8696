/** Certificate signing requests, for which the key is made here and never travels. */
@NullMarked
package de.hypersoft.esolutions.certificates.request;

import org.jspecify.annotations.NullMarked;
