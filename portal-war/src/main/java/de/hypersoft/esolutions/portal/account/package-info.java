/** One's own account. */
@NullMarked
package de.hypersoft.esolutions.portal.account;

import org.jspecify.annotations.NullMarked;
