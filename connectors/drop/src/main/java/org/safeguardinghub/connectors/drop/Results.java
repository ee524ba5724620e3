package org.safeguardinghub.connectors.drop;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.kernel.message.Refusal;

/** Puts fates and the intake's results into the words of a results file. */
final class Results {
  private final Map<String, String> columns;

  /**
   * @param columns what the sender calls what a pointer of the intake names
   */
  Results(Map<String, String> columns) {
    this.columns = Map.copyOf(columns);
  }

  /** The lines of a batch; the results belong to its items that have a receipt, in their order. */
  List<ResultLine> lines(List<Item> batch, List<Result> results) {
    Iterator<Result> next = results.iterator();
    List<ResultLine> lines = new ArrayList<>();
    for (Item item : batch) {
      String row = item.place().inColumn();
      lines.add(
          switch (item.fate()) {
            case Fate.Send sent -> answered(row, sent.recordId(), next.next(), sent.leftOut());
            case Fate.NoEvent(String id, String reason, String why) ->
                new ResultLine(row, id, "NO_EVENT", "", reason, "nothing: " + why, "");
            case Fate.Repeated(String id, var first) ->
                new ResultLine(
                    row,
                    id,
                    "REPEATED",
                    "DUPLICATE",
                    "ROW_REPEATED",
                    "nothing: the same as " + first + ", whose result holds",
                    "");
            case Fate.Refused refused -> answered(row, refused.recordId(), next.next(), List.of());
          });
    }
    return lines;
  }

  private ResultLine answered(String row, String id, Result result, List<String> leftOut) {
    return switch (result) {
      case Result.Accepted accepted ->
          new ResultLine(
              row,
              id,
              "ACCEPTED",
              "",
              reason(accepted, leftOut),
              whatToDo(accepted, leftOut),
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

  private static String reason(Result.Accepted accepted, List<String> leftOut) {
    if (!accepted.firstTime()) {
      return "RECEIVED_BEFORE";
    }
    return leftOut.isEmpty() ? "" : "ATTRIBUTE_LEFT_OUT";
  }

  private static String whatToDo(Result.Accepted accepted, List<String> leftOut) {
    List<String> todo = new ArrayList<>();
    if (accepted.gatewayOwed()) {
      todo.add("name the legal gateway within one working day");
    }
    todo.addAll(leftOut);
    return todo.isEmpty() ? "nothing" : String.join("; ", todo);
  }

  private String whatToDo(Refusal refusal) {
    if (refusal.reasonCode().equals("NO_ID")) {
      return column("/sourceRecordId").map(column -> "column " + column + ": ").orElse("")
          + "fill it, so that a repeat is known as one";
    }
    Optional<String> column = refusal.pointer().flatMap(this::column);
    if (column.isPresent() && refusal.reasonCode().equals("IMPOSSIBLE_DATE")) {
      return "column " + column.get() + ": " + day(refusal.pointer().orElseThrow());
    }
    return column.map(name -> "column " + name + ": ").orElse("") + refusal.explanation();
  }

  /** As rows have it: what the intake says of messages names keys that no row has. */
  private static String day(String pointer) {
    return "write a day that exists, as 2026-03-02 or 02/03/2026"
        + (pointer.equals("/occurredAt") ? ", and a time as 09:15" : "");
  }

  private Optional<String> column(String pointer) {
    return pointer.startsWith("/attributes")
        ? Optional.of("attributes")
        : Optional.ofNullable(columns.get(pointer));
  }
}
