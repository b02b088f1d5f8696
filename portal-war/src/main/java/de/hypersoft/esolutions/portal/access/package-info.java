/** Who comes in: sign-in, sign-out, first set-up, own account, and the filters that guard every page. */
@NullMarked
package de.hypersoft.esolutions.portal.access;

import org.jspecify.annotations.NullMarked;
