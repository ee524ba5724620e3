package org.safeguardinghub.connectors.form.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeguardinghub.connectors.form.CsvFaults;
import org.safeguardinghub.connectors.form.mapping.Mapping.Layout;

/** What is said of a first row that is not that of the mapping. Repeats no cell of it. */
final class Headings {
  private Headings() {}

  /** What is wrong with headings that do not fit. */
  static String unfit(List<String> headings, Layout.Csv csv) {
    Set<String> found = new HashSet<>();
    headings.forEach(heading -> found.add(Tree.column(heading)));
    List<String> missing =
        csv.columns().stream().filter(column -> !found.contains(Tree.column(column))).toList();
    if (missing.isEmpty()) {
      List<String> wrong =
          csv.without().stream().filter(column -> found.contains(Tree.column(column))).toList();
      return "the first row has the columns "
          + String.join(", ", wrong)
          + ", which this list does not have: send the list that was agreed";
    }
    String lacks = "add to the first row the columns " + String.join(", ", missing);
    return headings.size() == 1
        ? lacks
            + "; it has one cell only, so the file may have another separator than was agreed, which is "
            + CsvFaults.named(csv.separator())
        : lacks;
  }
}
