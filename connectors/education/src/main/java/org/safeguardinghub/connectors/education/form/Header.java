package org.safeguardinghub.connectors.education.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the first row: which kind of file it is and where each column stands. */
final class Header {
  private Header() {}

  sealed interface Reading {
    record Known(RowMapper mapper, List<String> columns) implements Reading {}

    /**
     * The file's header does not fit; the words repeat nothing of it, as it may be a row of
     * personal data.
     */
    record Unknown(String reasonCode, String whatToDo) implements Reading {}
  }

  static Reading read(List<String> cells, ConcernLogMapper concerns, AttendanceMapper marks) {
    boolean concernLog = has(cells, "recordId");
    boolean attendance = has(cells, "code");
    if (concernLog == attendance) {
      return new Reading.Unknown(
          "UNKNOWN_HEADER",
          "begin the file with the column names, separated by commas: those of a concern log ("
              + String.join(",", ConcernLogMapper.REQUIRED)
              + ") or of attendance marks ("
              + String.join(",", AttendanceMapper.REQUIRED)
              + ")");
    }
    return concernLog
        ? columns(cells, ConcernLogMapper.REQUIRED, ConcernLogMapper.OPTIONAL, concerns)
        : columns(cells, AttendanceMapper.REQUIRED, List.of(), marks);
  }

  private static Reading columns(
      List<String> cells, List<String> required, List<String> optional, RowMapper mapper) {
    List<String> columns = new ArrayList<>();
    for (String cell : cells) {
      List<String> found =
          Stream.concat(required.stream(), optional.stream())
              .filter(cell.strip()::equalsIgnoreCase)
              .toList();
      if (found.isEmpty()) {
        return new Reading.Unknown(
            "UNKNOWN_COLUMN",
            "leave column "
                + (columns.size() + 1)
                + " out: it is none of "
                + String.join(",", required)
                + (optional.isEmpty() ? "" : "," + String.join(",", optional)));
      }
      if (columns.contains(found.getFirst())) {
        return new Reading.Unknown("COLUMN_TWICE", "give the column " + found.getFirst() + " once");
      }
      columns.add(found.getFirst());
    }
    List<String> missing = required.stream().filter(name -> !columns.contains(name)).toList();
    return missing.isEmpty()
        ? new Reading.Known(mapper, List.copyOf(columns))
        : new Reading.Unknown("COLUMN_MISSING", "add the columns " + String.join(",", missing));
  }

  private static boolean has(List<String> cells, String column) {
    return cells.stream().anyMatch(cell -> cell.strip().equalsIgnoreCase(column));
  }
}
