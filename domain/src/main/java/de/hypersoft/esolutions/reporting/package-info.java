/** What was sold: sums by business day, told of each order after its commit, and read by whoever asks for a report. */
@NullMarked
package de.hypersoft.esolutions.reporting;

import org.jspecify.annotations.NullMarked;
