package org.safeguardinghub.connectors.form.read;

import java.util.List;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * One row's share of a file. Rows are numbered as a spreadsheet shows them: the header is row 1.
 */
public sealed interface CsvPiece {
  int row();

  /** A whole row. */
  record Cells(int row, Sensitive<List<String>> values) implements CsvPiece {}

  /** A whole row that is not CSV: something stands before or after a quoted cell. */
  record Malformed(int row) implements CsvPiece {}

  /** A row that is longer than any row may be. */
  record TooLong(int row) implements CsvPiece {}

  /** The last row lacks its line end, so nobody can know whether all of it is there. */
  record Unterminated(int row) implements CsvPiece {}

  /** A quote opens in this row and never closes: all text from here is inside it. */
  record UnclosedQuote(int row) implements CsvPiece {}
}
