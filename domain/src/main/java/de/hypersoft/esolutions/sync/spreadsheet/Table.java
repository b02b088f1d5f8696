package de.hypersoft.esolutions.sync.spreadsheet;

import java.util.List;

/**
 * The cells of a spreadsheet.
 *
 * @param head its first row that is not empty
 * @param rows the others that are not empty
 */
public record Table(List<String> head, List<Row> rows) {

    static final int MOST_ROWS = 50_000;
    static final int MOST_COLUMNS = 100;
    static final int LONGEST_CELL = 10_000;

    /** @param number from 1, as the spreadsheet's program counts */
    public record Row(long number, List<String> cells) {

        /** Empty where the row is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}
