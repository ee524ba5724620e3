package org.safeguardinghub.connectors.education.form;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.education.csv.CsvPiece;
import org.safeguardinghub.connectors.education.csv.CsvText;
import org.safeguardinghub.connectors.intake.envelope.Step;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/**
 * Reads one file from its first row to its last and gives every row its fate. The same bytes give
 * the same fates in the same order, which is what lets a restart go on in the middle.
 */
public final class RowReader implements Iterator<RowReader.Row> {
  private static final int LONGEST_ID = 200;

  private final Iterator<CsvPiece> pieces;
  private final Map<String, Seen> seen = new HashMap<>();
  private Header.Reading.@Nullable Known header;
  private @Nullable Row next;

  /** One row and its fate; a fault of the whole file stands at the row where it shows. */
  public record Row(int number, Fate fate) {}

  private record Seen(int row, int content) {}

  /** Makes readers. */
  public static final class Forms {
    private final ConcernLogMapper concerns;
    private final AttendanceMapper marks;

    public Forms(EventCatalogue catalogue, String legalGateway) {
      concerns = new ConcernLogMapper(catalogue, legalGateway);
      marks = new AttendanceMapper(AttendanceCodes.load(catalogue), legalGateway);
    }

    public RowReader read(byte[] file) {
      return new RowReader(file, this);
    }
  }

  private RowReader(byte[] file, Forms forms) {
    OptionalInt wrong = CsvText.wrongEncoding(file);
    pieces = CsvText.of(file);
    if (wrong.isPresent()) {
      next =
          refuse(
              wrong.getAsInt(),
              "NOT_UTF8",
              "this row has a character that is not UTF-8: save the file as 'CSV UTF-8' and drop it again; nothing of it"
                  + " was taken");
    } else if (pieces.hasNext()) {
      header(pieces.next(), forms);
    } else {
      next = refuse(1, "EMPTY_FILE", "the file is empty: drop it again once it has been written");
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Row next() {
    Row row = next;
    if (row == null) {
      throw new NoSuchElementException();
    }
    advance();
    return row;
  }

  private void header(CsvPiece first, Forms forms) {
    if (!(first instanceof CsvPiece.Cells(int row, var cells))) {
      next = broken(first).orElseThrow();
      return;
    }
    switch (Header.read(cells.reveal(), forms.concerns, forms.marks)) {
      case Header.Reading.Unknown(String reason, String whatToDo) ->
          next = refuse(row, reason, whatToDo);
      case Header.Reading.Known known -> {
        header = known;
        advance();
        if (next == null) {
          next = refuse(row, "NO_ROWS", "the file has a header and no rows: nothing was taken");
        }
      }
    }
  }

  private void advance() {
    Header.Reading.Known known = header;
    next = known == null || !pieces.hasNext() ? null : row(known, pieces.next());
  }

  private Row row(Header.Reading.Known known, CsvPiece piece) {
    if (!(piece instanceof CsvPiece.Cells(int number, var values))) {
      return broken(piece).orElseThrow();
    }
    List<String> cells = values.reveal();
    if (cells.stream().allMatch(String::isBlank)) {
      return new Row(number, new Fate.NoEvent("", "EMPTY_ROW"));
    }
    if (cells.size() != known.columns().size()) {
      return refuse(
          number,
          "CELL_COUNT",
          "this row has "
              + cells.size()
              + " cells and the header "
              + known.columns().size()
              + ": put cells that hold a comma into double quotes");
    }
    return new Row(
        number, once(number, known.mapper().map(new Cells(known.columns(), cells)), cells));
  }

  /** A row that came before in the same file is said to be one. */
  private Fate once(int number, Fate fate, List<String> cells) {
    if (fate.recordId().isEmpty()) {
      return fate;
    }
    if (fate.recordId().length() > LONGEST_ID) {
      return Fate.Refused.shape(
          "", "RECORD_ID_TOO_LONG", "use record ids of at most " + LONGEST_ID + " characters");
    }
    Seen first = seen.putIfAbsent(fate.recordId(), new Seen(number, cells.hashCode()));
    if (first == null) {
      return fate;
    }
    return first.content() == cells.hashCode()
        ? new Fate.Repeated(fate.recordId(), first.row())
        : new Fate.Refused(
            fate.recordId(),
            Step.DUPLICATE,
            "RECORD_ID_TWICE",
            "row "
                + first.row()
                + " has the same record and other content: correct one of them and send it again");
  }

  private static Optional<Row> broken(CsvPiece piece) {
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

  private static Row refuse(int row, String reasonCode, String whatToDo) {
    return new Row(row, Fate.Refused.shape("", reasonCode, whatToDo));
  }
}
