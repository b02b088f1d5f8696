/** What was sold, for any days, in several ways: shown, compared, handed out as files. */
@NullMarked
package de.hypersoft.esolutions.portal.reports;

import org.jspecify.annotations.NullMarked;
