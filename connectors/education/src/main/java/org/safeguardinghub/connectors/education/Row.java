package org.safeguardinghub.connectors.education;

import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * One row of a file.
 *
 * @param number its number as a spreadsheet counts, the header being 1
 * @param fields its filled fields by column
 * @param shifted it has more fields than the header: a comma that was not quoted has moved them, none can be trusted
 */
record Row(int number, Sensitive<Map<String, String>> fields, boolean shifted) {
  static Row of(int number, Map<String, String> fields, boolean shifted) {
    return new Row(number, Sensitive.of(Map.copyOf(fields)), shifted);
  }

  Optional<String> field(String column) {
    return Optional.ofNullable(fields.reveal().get(column));
  }

  String text(String column) {
    return field(column).orElse("");
  }
}
