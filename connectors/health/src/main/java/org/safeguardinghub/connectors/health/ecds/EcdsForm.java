package org.safeguardinghub.connectors.health.ecds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.form.CodeBook;
import org.safeguardinghub.connectors.form.Content;
import org.safeguardinghub.connectors.form.CsvFaults;
import org.safeguardinghub.connectors.form.Days;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.form.Reading;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.read.CsvPiece;
import org.safeguardinghub.connectors.form.read.CsvText;
import org.safeguardinghub.connectors.health.event.Events;
import org.safeguardinghub.connectors.health.event.Happening;
import org.safeguardinghub.connectors.health.event.When;
import org.safeguardinghub.connectors.health.event.Who;
import org.safeguardinghub.connectors.health.table.HealthTables;

/**
 * CSV files whose columns are data elements of the emergency care data set, a row for each
 * attendance. Columns that are not read may stand between them.
 */
public final class EcdsForm implements Form {
  private static final String ATTENDANCE = "EMERGENCY CARE ATTENDANCE IDENTIFIER";
  private static final String DATE = "EMERGENCY CARE ARRIVAL DATE";
  private static final List<String> CODES =
      List.of(
          "EMERGENCY CARE CHIEF COMPLAINT (SNOMED CT)",
          "EMERGENCY CARE INJURY INTENT (SNOMED CT)",
          "EMERGENCY CARE DIAGNOSIS (SNOMED CT)",
          "SAFEGUARDING CONCERN (SNOMED CT)");

  /** Enough for any row of headings. */
  private static final int HEAD = 64 * 1024;

  private final HealthTables tables;
  private final Events events;

  public EcdsForm(HealthTables tables, String legalGateway) {
    this.tables = tables;
    events = new Events(legalGateway);
  }

  @Override
  public String name() {
    return "ecds";
  }

  @Override
  public String title() {
    return "Emergency care attendances (CSV)";
  }

  @Override
  public boolean streams(Received received) {
    return recognises(received);
  }

  @Override
  public boolean recognises(Received received) {
    Content head = Content.of(received.content().head(HEAD));
    Iterator<CsvPiece> pieces = CsvText.of(head);
    return CsvFaults.encoding(head).isEmpty()
        && pieces.hasNext()
        && pieces.next() instanceof CsvPiece.Cells(int _, var cells)
        && columns(cells.reveal()).containsAll(List.of(ATTENDANCE, DATE));
  }

  @Override
  public Reading read(Received received) {
    Optional<Item> encoding = CsvFaults.encoding(received.content());
    if (encoding.isPresent()) {
      return Reading.of(List.of(encoding.get()));
    }
    return () -> items(CsvText.of(received.content()));
  }

  private Iterator<Item> items(Iterator<CsvPiece> pieces) {
    if (!pieces.hasNext()) {
      return List.of(CsvFaults.refuse(1, "EMPTY_FILE", "the file is empty")).iterator();
    }
    CsvPiece first = pieces.next();
    if (!(first instanceof CsvPiece.Cells(int row, var header))) {
      return List.of(CsvFaults.of(first).orElseThrow()).iterator();
    }
    List<String> columns = columns(header.reveal());
    boolean twice = new HashSet<>(columns).size() != columns.size();
    if (twice || !columns.containsAll(List.of(ATTENDANCE, DATE))) {
      return List.of(
              CsvFaults.refuse(
                  row,
                  "COLUMNS",
                  "the first row must name each column once, "
                      + ATTENDANCE
                      + " and "
                      + DATE
                      + " among them"))
          .iterator();
    }
    return Stream.generate(() -> pieces)
        .takeWhile(Iterator::hasNext)
        .flatMap(rest -> row(columns, rest.next()).stream())
        .iterator();
  }

  private List<Item> row(List<String> columns, CsvPiece piece) {
    if (!(piece instanceof CsvPiece.Cells(int number, var values))) {
      return List.of(CsvFaults.of(piece).orElseThrow());
    }
    List<String> cells = values.reveal();
    if (cells.stream().allMatch(String::isBlank)) {
      return List.of(CsvFaults.empty(number));
    }
    if (cells.size() != columns.size()) {
      return List.of(
          CsvFaults.cellCount(number, cells.size(), columns.size()).ofRecord(() -> cells));
    }
    return fates(new Row(columns, cells)).stream()
        .map(fate -> new Item(Place.row(number), fate).ofRecord(() -> cells))
        .toList();
  }

  /** The attendance, and each concept of it that concerns the hub. */
  private List<Fate> fates(Row row) {
    String attendance = row.text(ATTENDANCE);
    if (attendance.isEmpty() || attendance.length() > 100) {
      return List.of(
          Fate.Refused.shape(
              "", "CELL_MISSING", "fill " + ATTENDANCE + " with at most 100 characters"));
    }
    Happening happening =
        new Happening("attendance/" + attendance, who(row), when(row), "", "", "", "");
    List<Fate> fates = new ArrayList<>();
    fates.add(events.of(tables.encounters().find("EMER").orElseThrow(), happening));
    Set<String> seen = new HashSet<>();
    CODES.stream()
        .flatMap(column -> Stream.of(row.text(column).split("[;|]", -1)))
        .map(String::strip)
        .filter(seen::add)
        .forEach(code -> tables.snomed().find(code).ifPresent(m -> fates.add(found(happening, m))));
    return fates;
  }

  private Fate found(Happening happening, CodeBook.Meaning meaning) {
    return events.of(
        meaning,
        happening.part(meaning.code()).coded("SNOMED CT", meaning.code(), meaning.title()));
  }

  private static Optional<When> when(Row row) {
    String time = row.text("EMERGENCY CARE ARRIVAL TIME");
    return Days.of(row.text(DATE))
        .flatMap(day -> When.of(day + (time.matches("\\d{2}:\\d{2}(:\\d{2})?") ? "T" + time : "")));
  }

  private static Who who(Row row) {
    String nhsNumber = row.text("NHS NUMBER");
    String local = row.text("LOCAL PATIENT IDENTIFIER");
    String born = row.text("PERSON BIRTH DATE");
    String name = (row.text("PERSON GIVEN NAME") + " " + row.text("PERSON FAMILY NAME")).strip();
    return new Who(
        local,
        nhsNumber,
        name,
        Days.of(born),
        false,
        person ->
            person
                .nhsNumber(nhsNumber)
                .givenNames(row.text("PERSON GIVEN NAME"))
                .familyName(row.text("PERSON FAMILY NAME"))
                .born(born)
                .sex(row.text("PERSON STATED GENDER CODE"))
                .address("", row.text("POSTCODE OF USUAL ADDRESS"), ""));
  }

  /** Names may be written with underscores, in any case. */
  private static List<String> columns(List<String> header) {
    return header.stream()
        .map(name -> name.strip().replace('_', ' ').toUpperCase(Locale.ROOT))
        .toList();
  }

  private record Row(List<String> columns, List<String> cells) {
    String text(String column) {
      int place = columns.indexOf(column);
      return place < 0 ? "" : cells.get(place).strip();
    }

    @Override
    public String toString() {
      return "Row[withheld]";
    }
  }
}
