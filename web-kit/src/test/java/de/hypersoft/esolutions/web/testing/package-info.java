/** What tests of both web modules need. */
@NullMarked
package de.hypersoft.esolutions.web.testing;

import org.jspecify.annotations.NullMarked;
