/** Private keys at rest: sealed with keys of the installation, opened when a certificate is served, checked for damage. */
@NullMarked
package de.hypersoft.esolutions.certificates.keys;

import org.jspecify.annotations.NullMarked;
