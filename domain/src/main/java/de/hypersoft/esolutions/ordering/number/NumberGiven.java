package de.hypersoft.esolutions.ordering.number;

import java.time.Instant;
import java.util.List;

/**
 * An order of this transaction has a number.
 *
 * @param spare numbers drawn beside it, which become this node's when the transaction is stored
 */
record NumberGiven(NumberSeries series, List<Long> spare, Instant at) {}
