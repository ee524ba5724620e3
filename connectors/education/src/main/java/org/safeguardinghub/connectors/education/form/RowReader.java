package org.safeguardinghub.connectors.education.form;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.form.Content;
import org.safeguardinghub.connectors.form.CsvFaults;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Once;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.form.read.CsvPiece;
import org.safeguardinghub.connectors.form.read.CsvText;

/**
 * Reads one file from its first row to its last and gives every row its fate. The same bytes give
 * the same fates in the same order, which is what lets a restart go on in the middle.
 */
final class RowReader implements Iterator<Item> {
  private final Iterator<CsvPiece> pieces;
  private final Once once = new Once();
  private Header.Reading.@Nullable Known header;
  private @Nullable Item next;

  RowReader(Content file, ConcernLogMapper concerns, AttendanceMapper marks) {
    Optional<Item> wrong = CsvFaults.encoding(file);
    pieces = CsvText.of(file);
    if (wrong.isPresent()) {
      next = wrong.get();
    } else if (pieces.hasNext()) {
      header(pieces.next(), concerns, marks);
    } else {
      next =
          CsvFaults.refuse(
              1, "EMPTY_FILE", "the file is empty: drop it again once it has been written");
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Item next() {
    Item row = next;
    if (row == null) {
      throw new NoSuchElementException();
    }
    advance();
    return row;
  }

  private void header(CsvPiece first, ConcernLogMapper concerns, AttendanceMapper marks) {
    if (!(first instanceof CsvPiece.Cells(int row, var cells))) {
      next = CsvFaults.of(first).orElseThrow();
      return;
    }
    switch (Header.read(cells.reveal(), concerns, marks)) {
      case Header.Reading.Unknown(String reason, String whatToDo) ->
          next = CsvFaults.refuse(row, reason, whatToDo);
      case Header.Reading.Known known -> {
        header = known;
        advance();
        if (next == null) {
          next =
              CsvFaults.refuse(
                  row, "NO_ROWS", "the file has a header and no rows: nothing was taken");
        }
      }
    }
  }

  private void advance() {
    Header.Reading.Known known = header;
    next = known == null || !pieces.hasNext() ? null : row(known, pieces.next());
  }

  private Item row(Header.Reading.Known known, CsvPiece piece) {
    if (!(piece instanceof CsvPiece.Cells(int number, var values))) {
      return CsvFaults.of(piece).orElseThrow();
    }
    List<String> cells = values.reveal();
    if (cells.stream().allMatch(String::isBlank)) {
      return CsvFaults.empty(number);
    }
    if (cells.size() != known.columns().size()) {
      return CsvFaults.cellCount(number, cells.size(), known.columns().size())
          .ofRecord(() -> cells);
    }
    Place place = Place.row(number);
    Fate fate = known.mapper().map(new Cells(known.columns(), cells));
    return new Item(place, once.check(place, fate, cells.hashCode())).ofRecord(() -> cells);
  }
}
