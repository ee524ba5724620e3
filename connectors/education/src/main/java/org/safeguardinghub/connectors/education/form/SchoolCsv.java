package org.safeguardinghub.connectors.education.form;

import java.util.Iterator;
import java.util.Map;
import org.safeguardinghub.connectors.form.Content;
import org.safeguardinghub.connectors.form.CsvFaults;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Reading;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.read.CsvPiece;
import org.safeguardinghub.connectors.form.read.CsvText;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/** The two kinds of CSV file that a school may drop. The first row says which of them it is. */
public final class SchoolCsv implements Form {
  /** The columns of what the intake's pointers name. */
  static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("/eventId", "recordId"),
          Map.entry("/sourceRecordId", "recordId"),
          Map.entry("/type", "type"),
          Map.entry("/occurredAt", "date and time"),
          Map.entry("/level/proposed", "level"),
          Map.entry("/narrative", "narrative"),
          Map.entry("/householdRef", "householdRef"),
          Map.entry("/incidentRef", "incidentRef"),
          Map.entry("/supersedes", "supersedes"),
          Map.entry("/subjects/0/personRef", "pupilId"),
          Map.entry("/subjects/0/claims/dateOfBirth", "dob"),
          Map.entry("/subjects/0/claims/upn", "upn"),
          Map.entry("/subjects/0/claims/givenNames", "forenames"),
          Map.entry("/subjects/0/claims/familyName", "surname"));

  /** Enough for any row of headings. */
  private static final int HEAD = 64 * 1024;

  private final ConcernLogMapper concerns;
  private final AttendanceMapper marks;

  public SchoolCsv(EventCatalogue catalogue, String legalGateway) {
    concerns = new ConcernLogMapper(catalogue, legalGateway);
    marks = new AttendanceMapper(AttendanceCodes.load(catalogue), legalGateway);
  }

  @Override
  public String name() {
    return "school-csv";
  }

  @Override
  public String title() {
    return "Concern logs and attendance marks of schools";
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
        && Header.read(cells.reveal(), concerns, marks) instanceof Header.Reading.Known;
  }

  @Override
  public Reading read(Received received) {
    return () -> new RowReader(received.content(), concerns, marks);
  }
}
