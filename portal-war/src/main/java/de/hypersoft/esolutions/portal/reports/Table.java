package de.hypersoft.esolutions.portal.reports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file that is written row by row, of which nothing is kept. */
interface Table extends Closeable {

    /** @param cells numbers, as {@link java.math.BigDecimal}, or texts, which stay texts whatever they begin with */
    void row(List<?> cells) throws IOException;
}
