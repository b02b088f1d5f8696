/** What the tills' wire is, for programs and for people. */
@NullMarked
package de.hypersoft.esolutions.portal.pos.contract;

import org.jspecify.annotations.NullMarked;
