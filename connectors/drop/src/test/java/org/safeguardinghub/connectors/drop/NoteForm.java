package org.safeguardinghub.connectors.drop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Iterator;
import java.util.List;
import org.safeguardinghub.connectors.form.CsvFaults;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Message;
import org.safeguardinghub.connectors.form.Once;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.form.Reading;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.read.CsvPiece;
import org.safeguardinghub.connectors.form.read.CsvText;

/** The smallest form with rows: an id, a type and words. */
final class NoteForm implements Form {
  /** Words that this form cannot say. */
  static final String UNSAID = "unsaid";

  static final String HEADER = "recordId,type,words\n";

  @Override
  public String name() {
    return "notes";
  }

  @Override
  public String title() {
    return "Notes";
  }

  @Override
  public boolean recognises(Received received) {
    return true;
  }

  @Override
  public boolean streams(Received received) {
    return received.content().size() > 0
        && new String(received.content().head(HEADER.length()), US_ASCII).equals(HEADER);
  }

  @Override
  public Reading read(Received received) {
    return () -> {
      Iterator<CsvPiece> pieces = CsvText.of(received.content());
      if (!pieces.hasNext()) {
        return Reading.refused(Place.row(1), "EMPTY_FILE", "send it once it has been written")
            .iterator();
      }
      pieces.next();
      return new Rows(pieces, new Once());
    };
  }

  private record Rows(Iterator<CsvPiece> pieces, Once once) implements Iterator<Item> {
    @Override
    public boolean hasNext() {
      return pieces.hasNext();
    }

    @Override
    public Item next() {
      CsvPiece piece = pieces.next();
      return CsvFaults.of(piece)
          .orElseGet(() -> row(once, piece.row(), ((CsvPiece.Cells) piece).values().reveal()));
    }
  }

  private static Item row(Once once, int row, List<String> cells) {
    if (cells.size() != 3) {
      return CsvFaults.cellCount(row, cells.size(), 3).ofRecord(() -> cells);
    }
    Place place = Place.row(row);
    Fate.Send fate = Message.of(cells.get(1), cells.get(0), "").narrative(cells.get(2)).send();
    List<String> leftOut =
        cells.get(2).equals(UNSAID) ? List.of("column words: left out") : List.of();
    return new Item(place, once.check(place, fate.leavingOut(leftOut)));
  }
}
