/** The running connector: claim, acknowledge, book, report. */
@NullMarked
package de.hypersoft.esolutions.connector.loop;

import org.jspecify.annotations.NullMarked;
