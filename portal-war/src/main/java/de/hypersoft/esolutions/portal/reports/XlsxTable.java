package de.hypersoft.esolutions.portal.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of spreadsheets. Texts are texts, never formulas; a further sheet begins, with the head again, where one is full. */
final class XlsxTable implements Table {

    private static final int TOGETHER = 200;

    /** What a spreadsheet takes in one cell. */
    private static final int LONGEST = 32_767;

    private final Workbook book;
    private final int mostRows;
    private @Nullable Worksheet sheet;
    private List<?> head = List.of();
    private int sheets;
    private int rows;

    XlsxTable(OutputStream out) {
        this(out, 1_000_000);
    }

    XlsxTable(OutputStream out, int mostRows) {
        this.book = new Workbook(out, "eSolutions", null);
        this.mostRows = mostRows;
    }

    @Override
    public void row(List<?> cells) throws IOException {
        Worksheet current = sheet;
        if (current == null) {
            head = List.copyOf(cells);
            current = begun();
        } else if (rows == mostRows) {
            current.finish();
            current = begun();
            write(current, head);
        }
        write(current, cells);
    }

    private Worksheet begun() {
        sheets++;
        rows = 0;
        Worksheet begun = book.newWorksheet(String.valueOf(sheets));
        sheet = begun;
        return begun;
    }

    private void write(Worksheet current, List<?> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof BigDecimal number) current.value(rows, column, number);
            else current.inlineString(rows, column, text(String.valueOf(cells.get(column))));
        }
        rows++;
        if (rows % TOGETHER == 0) current.flush();
    }

    @Override
    public void close() throws IOException {
        if (sheet != null) sheet.finish();
        book.finish();
    }

    private static String text(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
