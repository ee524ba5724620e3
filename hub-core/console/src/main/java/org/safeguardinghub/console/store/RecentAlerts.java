package org.safeguardinghub.console.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.Recent;
import org.safeguardinghub.console.codec.StoredValues;

/**
 * Pictures of alerts that were read of late. Whenever one alert changes, everybody who has the list
 * open reads a page of it anew, of which all else is as before.
 */
final class RecentAlerts {
  private static final int MOST = 2_000;

  private final StoredValues values;
  private final Recent<String, Read> recent = new Recent<>(MOST);

  RecentAlerts(StoredValues values) {
    this.values = values;
  }

  /**
   * A row of the table of alerts.
   *
   * @param stamp another whenever the row was written
   */
  record Row(String alertId, String stamp) {
    /** The columns of a row, as {@link #of} takes them. */
    static final String COLUMNS = "alert_id, xmin::text";

    static Row of(ResultSet row) throws SQLException {
      return new Row(row.getString(1), row.getString(2));
    }
  }

  private record Read(String stamp, Alert alert) {}

  /** The alerts of these rows in their order, read from the database where they are not known. */
  List<Alert> of(Statements sql, List<Row> rows) throws SQLException {
    Map<String, Alert> found = new HashMap<>();
    List<String> missing = new ArrayList<>();
    for (Row row : rows) {
      known(row)
          .ifPresentOrElse(a -> found.put(row.alertId(), a), () -> missing.add(row.alertId()));
    }
    if (!missing.isEmpty()) {
      sql.query(
          "select " + Row.COLUMNS + ", value from console.alert where alert_id = any(?)",
          read -> found.put(read.getString(1), keep(Row.of(read), values.alert(read.getBytes(3)))),
          missing);
    }
    return rows.stream()
        .flatMap(row -> Optional.ofNullable(found.get(row.alertId())).stream())
        .toList();
  }

  private Optional<Alert> known(Row row) {
    return recent
        .find(row.alertId())
        .filter(read -> read.stamp().equals(row.stamp()))
        .map(Read::alert);
  }

  private Alert keep(Row row, Alert alert) {
    return recent.keep(row.alertId(), new Read(row.stamp(), alert)).alert();
  }
}
