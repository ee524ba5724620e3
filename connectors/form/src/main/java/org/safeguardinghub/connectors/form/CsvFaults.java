package org.safeguardinghub.connectors.form;

import java.util.Optional;
import java.util.OptionalInt;
import org.safeguardinghub.connectors.form.read.CsvPiece;
import org.safeguardinghub.connectors.form.read.CsvText;

/** What is said of rows that are no rows: the same words in every form that reads CSV. */
public final class CsvFaults {
  private CsvFaults() {}

  /** The refusal of a file with a character that is not UTF-8. */
  public static Optional<Item> encoding(Content file) {
    OptionalInt wrong = CsvText.wrongEncoding(file);
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(
            refuse(
                wrong.getAsInt(),
                "NOT_UTF8",
                "this row has a character that is not UTF-8: save the file as 'CSV UTF-8' and drop it again; nothing"
                    + " of it was taken"));
  }

  /** The refusal of a piece that is no row; empty for a row. */
  public static Optional<Item> of(CsvPiece piece) {
    int row = piece.row();
    return switch (piece) {
      case CsvPiece.Cells _ -> Optional.empty();
      case CsvPiece.Malformed _ ->
          Optional.of(
              refuse(
                  row,
                  "QUOTES",
                  "text stands outside the double quotes of a cell: double every quote inside a cell"));
      case CsvPiece.TooLong _ ->
          Optional.of(refuse(row, "ROW_TOO_LONG", "shorten the narrative of this row"));
      case CsvPiece.Unterminated _ ->
          Optional.of(
              refuse(
                  row,
                  "LINE_UNTERMINATED",
                  "the file breaks off in this row (no line end): it and what should follow were not taken; send them in"
                      + " a new file that is written as .part and then renamed"));
      case CsvPiece.UnclosedQuote _ ->
          Optional.of(
              refuse(
                  row,
                  "QUOTE_UNCLOSED",
                  "a double quote opens in this row and never closes: this row and all below it were not taken; send"
                      + " them again in a new file"));
    };
  }

  /** The refusal of a row whose cells do not fit the header, in a file with commas. */
  public static Item cellCount(int row, int cells, int columns) {
    return cellCount(row, cells, columns, ',');
  }

  /** The same in a file with another separator. */
  public static Item cellCount(int row, int cells, int columns, char separator) {
    return refuse(
        row,
        "CELL_COUNT",
        "this row has "
            + cells
            + " cells and the header "
            + columns
            + ": put cells that hold "
            + named(separator)
            + " into double quotes");
  }

  /** What a separator is called: the sign alone is easily overlooked. */
  public static String named(char separator) {
    return switch (separator) {
      case ',' -> "a comma";
      case ';' -> "a semicolon";
      case '|' -> "a vertical bar (|)";
      case '\t' -> "a tab";
      default -> "the separator";
    };
  }

  /** A row with nothing in it. */
  public static Item empty(int row) {
    return new Item(
        Place.row(row), new Fate.NoEvent("", "EMPTY_ROW", "nothing stands in this row"));
  }

  public static Item refuse(int row, String reasonCode, String whatToDo) {
    return new Item(Place.row(row), Fate.Refused.shape("", reasonCode, whatToDo));
  }
}
