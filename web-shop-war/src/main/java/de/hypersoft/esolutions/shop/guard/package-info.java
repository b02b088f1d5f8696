/** Decides before any page runs: host, language, cookies, form tokens, limits, headers. */
@NullMarked
package de.hypersoft.esolutions.shop.guard;

import org.jspecify.annotations.NullMarked;
