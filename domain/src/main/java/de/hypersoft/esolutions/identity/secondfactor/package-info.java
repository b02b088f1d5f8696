/** One-time codes beside the password. */
@NullMarked
package de.hypersoft.esolutions.identity.secondfactor;

import org.jspecify.annotations.NullMarked;
