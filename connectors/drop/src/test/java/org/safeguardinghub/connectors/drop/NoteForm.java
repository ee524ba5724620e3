package org.safeguardinghub.connectors.drop;

import java.util.ArrayList;
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
  public Reading read(Received received) {
    List<Item> items = new ArrayList<>();
    Once once = new Once();
    Iterator<CsvPiece> pieces = CsvText.of(received.bytes());
    if (!pieces.hasNext()) {
      return Reading.refused(Place.row(1), "EMPTY_FILE", "send it once it has been written");
    }
    pieces.next();
    while (pieces.hasNext()) {
      CsvPiece piece = pieces.next();
      items.add(
          CsvFaults.of(piece)
              .orElseGet(() -> row(once, piece.row(), ((CsvPiece.Cells) piece).values().reveal())));
    }
    return Reading.of(items);
  }

  private static Item row(Once once, int row, List<String> cells) {
    Place place = Place.row(row);
    Fate.Send fate = Message.of(cells.get(1), cells.get(0), "").narrative(cells.get(2)).send();
    return new Item(place, once.check(place, fate));
  }
}
