package org.safeguardinghub.connectors.education.drop;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.connectors.education.form.Fate;
import org.safeguardinghub.connectors.education.form.RowReader.Row;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.envelope.Refusal;

/** Puts fates and the intake's results into the words of a results file. */
final class Results {
  /** The columns of what the intake's pointers name. */
  private static final Map<String, String> COLUMNS =
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

  private Results() {}

  /** The lines of a batch; the results belong to its rows that were sent, in their order. */
  static List<ResultLine> lines(List<Row> batch, List<Result> results) {
    Iterator<Result> next = results.iterator();
    List<ResultLine> lines = new ArrayList<>();
    for (Row row : batch) {
      lines.add(
          switch (row.fate()) {
            case Fate.Send sent -> answered(row.number(), sent.recordId(), next.next());
            case Fate.NoEvent(String id, String reason) ->
                new ResultLine(row.number(), id, "NO_EVENT", "", reason, "nothing", "");
            case Fate.Repeated(String id, int first) ->
                new ResultLine(
                    row.number(),
                    id,
                    "REPEATED",
                    "DUPLICATE",
                    "ROW_REPEATED",
                    "nothing: the same as row " + first + ", whose result holds",
                    "");
            case Fate.Refused(String id, var step, String reason, String whatToDo) ->
                new ResultLine(row.number(), id, "REFUSED", step.name(), reason, whatToDo, "");
          });
    }
    return lines;
  }

  private static ResultLine answered(int row, String id, Result result) {
    return switch (result) {
      case Result.Accepted accepted ->
          new ResultLine(
              row,
              id,
              "ACCEPTED",
              "",
              accepted.firstTime() ? "" : "RECEIVED_BEFORE",
              accepted.gatewayOwed() ? "name the legal gateway within one working day" : "nothing",
              accepted.receiptId());
      case Result.Refused(String receipt, Refusal refusal) ->
          new ResultLine(
              row,
              id,
              "REFUSED",
              refusal.step().name(),
              refusal.reasonCode(),
              whatToDo(refusal),
              receipt);
    };
  }

  private static String whatToDo(Refusal refusal) {
    if (refusal.reasonCode().equals("NO_ID")) {
      return "column recordId: fill it, so that a repeat is known as one";
    }
    return refusal
            .pointer()
            .flatMap(Results::column)
            .map(column -> "column " + column + ": ")
            .orElse("")
        + refusal.explanation();
  }

  private static Optional<String> column(String pointer) {
    return pointer.startsWith("/attributes")
        ? Optional.of("attributes")
        : Optional.ofNullable(COLUMNS.get(pointer));
  }
}
