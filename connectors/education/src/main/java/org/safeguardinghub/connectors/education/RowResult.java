package org.safeguardinghub.connectors.education;

import java.util.List;
import java.util.Optional;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.envelope.Refusal;

/**
 * What became of one row, as it is written beside the file.
 *
 * @param row its number, the header being 1
 * @param recordId the sender's own id of the record
 * @param outcome accepted, repeat, refused, or nothing to send
 * @param column where the fault is
 * @param receipt under which the intake knows it
 * @param explanation what to do
 */
record RowResult(
    int row,
    String recordId,
    String outcome,
    String step,
    String reason,
    String column,
    String receipt,
    String explanation) {
  static final List<String> HEADER =
      List.of("row", "recordId", "outcome", "step", "reason", "column", "receipt", "explanation");

  static RowResult nothing(Row row, String recordId) {
    return new RowResult(row.number(), recordId, "nothing to send", "", "", "", "", "");
  }

  /**
   * @param sameAs an earlier row of the file with the same record
   */
  static RowResult of(int row, String recordId, Result result, Optional<Integer> sameAs) {
    return switch (result) {
      case Result.Accepted accepted ->
          new RowResult(
              row,
              recordId,
              accepted.firstTime() ? "accepted" : "repeat",
              "",
              "",
              "",
              accepted.receiptId(),
              explanation(accepted, sameAs));
      case Result.Refused(String receiptId, Refusal refusal) ->
          new RowResult(
              row,
              recordId,
              "refused",
              refusal.step().name(),
              refusal.reasonCode(),
              refusal.pointer().map(Columns::of).orElse(""),
              receiptId,
              refusal.explanation() + sameAs.map(other -> "; the same record stands in row " + other).orElse(""));
    };
  }

  List<String> fields() {
    return List.of(Integer.toString(row), recordId, outcome, step, reason, column, receipt, explanation);
  }

  private static String explanation(Result.Accepted accepted, Optional<Integer> sameAs) {
    if (accepted.gatewayOwed()) {
      return "name the legal gateway within one working day";
    }
    if (accepted.firstTime()) {
      return "";
    }
    return sameAs.map(other -> "the same as row " + other).orElse("it had come before; this is its first receipt");
  }
}
