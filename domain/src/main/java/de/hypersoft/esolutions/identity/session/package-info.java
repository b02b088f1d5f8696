/** Signing in, how often it may be tried, and the sessions that come of it. */
@NullMarked
package de.hypersoft.esolutions.identity.session;

import org.jspecify.annotations.NullMarked;
