package de.hypersoft.esolutions.portal.reports;

import de.hypersoft.esolutions.portal.audit.Csv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Comma separated values in UTF-8, with the mark at the beginning by which spreadsheets know it. */
final class CsvTable implements Table {

    private final Writer writer;

    CsvTable(OutputStream out) throws IOException {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
    }

    @Override
    public void row(List<?> cells) throws IOException {
        writer.write(Csv.line(cells));
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
