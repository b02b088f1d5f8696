package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.figures.Window;

/** What can be let run for a while and counted. */
interface Measured extends AutoCloseable {

    /** @param seconds for which it runs, a last operation more or less */
    Window window(double seconds) throws Exception;

    @Override
    void close() throws Exception;
}
