package org.safeguardinghub.connectors.education.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of one row by the names of their columns. Has no text of its own: it holds personal
 * data.
 */
final class Cells {
  private final Map<String, String> values = new HashMap<>();

  Cells(List<String> columns, List<String> cells) {
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), cells.get(i).strip());
    }
  }

  String text(String column) {
    return values.getOrDefault(column, "");
  }

  Optional<String> optional(String column) {
    return Optional.of(text(column)).filter(text -> !text.isEmpty());
  }
}
