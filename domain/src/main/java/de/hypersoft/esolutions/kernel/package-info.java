/** What every feature stands on: money, time, ids, refusals, events, audit. Knows nothing of the trade. */
@NullMarked
package de.hypersoft.esolutions.kernel;

import org.jspecify.annotations.NullMarked;
