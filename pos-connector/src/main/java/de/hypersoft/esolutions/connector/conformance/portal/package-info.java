/** A portal of one till that plays what a real one seldom shows: lost answers, take-overs, outages. */
@NullMarked
package de.hypersoft.esolutions.connector.conformance.portal;

import org.jspecify.annotations.NullMarked;
