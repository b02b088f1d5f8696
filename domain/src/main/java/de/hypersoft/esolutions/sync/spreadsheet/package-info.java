/** Tables as spreadsheets write them: CSV and workbooks, read within bounds, and written. */
@NullMarked
package de.hypersoft.esolutions.sync.spreadsheet;

import org.jspecify.annotations.NullMarked;
