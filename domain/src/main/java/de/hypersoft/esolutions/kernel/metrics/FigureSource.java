package de.hypersoft.esolutions.kernel.metrics;

import java.time.Instant;

/**
 * Figures that a feature reads from its own tables, in the transaction of whoever asks. One statement, over an index: it
 * costs the same with three locations and with ten thousand, and is asked every quarter of a minute by each node.
 */
public interface FigureSource {

    void read(Instant now, Readings into);
}
