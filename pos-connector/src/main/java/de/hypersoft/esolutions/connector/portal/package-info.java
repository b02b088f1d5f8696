/** The wire to the portal: one method per call, answers as values, never an exception for a refusal. */
@NullMarked
package de.hypersoft.esolutions.connector.portal;

import org.jspecify.annotations.NullMarked;
