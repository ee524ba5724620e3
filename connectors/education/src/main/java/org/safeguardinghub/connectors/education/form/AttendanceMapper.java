package org.safeguardinghub.connectors.education.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.kernel.message.Step;

/** A row of attendance marks. */
final class AttendanceMapper implements RowMapper {
  static final List<String> REQUIRED =
      List.of("date", "session", "pupilId", "upn", "forenames", "surname", "dob", "code");

  private final AttendanceCodes codes;
  private final String legalGateway;

  AttendanceMapper(AttendanceCodes codes, String legalGateway) {
    this.codes = codes;
    this.legalGateway = legalGateway;
  }

  @Override
  public Fate map(Cells cells) {
    String session = cells.text("session").toUpperCase(Locale.ROOT);
    String date = Messages.day(cells.text("date"));
    String pupil = cells.text("pupilId");
    if (pupil.isEmpty() || date.isEmpty()) {
      return Fate.Refused.shape(
          "", "CELL_MISSING", "fill date and pupilId: with the session they name the mark");
    }
    String recordId = date + "/" + session + "/" + pupil;
    Optional<String> from = codes.sessionStart(session);
    if (from.isEmpty()) {
      return Fate.Refused.shape(recordId, "UNKNOWN_SESSION", "write the session as AM or PM");
    }
    Optional<AttendanceCodes.Mark> mark = codes.find(cells.text("code"));
    if (mark.isEmpty()) {
      return new Fate.Refused(
          recordId,
          Step.CATALOGUE,
          "UNKNOWN_CODE",
          "use an attendance code of the Department for Education's list in force since August 2024");
    }
    return mark.get()
        .type()
        .<Fate>map(
            type ->
                new Fate.Send(
                    recordId,
                    type,
                    Messages.submission(message(cells, type, recordId, date, from.get()))))
        .orElseGet(() -> new Fate.NoEvent(recordId, "CODE_WITHOUT_EVENT", mark.get().reason()));
  }

  /** A mark tells the session, not the minute. */
  private ObjectNode message(Cells cells, String type, String recordId, String date, String from) {
    ObjectNode message = Messages.of(cells, type, recordId, legalGateway);
    message.put("occurredAt", date + "T" + from);
    message.put("occurredPrecision", "APPROXIMATE");
    message.put("assertion", "OBSERVED");
    return message;
  }
}
