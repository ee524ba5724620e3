package org.safeguardinghub.deploy.local.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.yaml.Fault;

/**
 * A directory file that is written from tables, and the line of a table from which each line is.
 */
final class Transcript {
  private final StringBuilder text = new StringBuilder();
  private final List<Origin> origins = new ArrayList<>();

  /** A line of a table; 0 where the hub's own directory says it. */
  private record Origin(DirectoryTable table, int line) {}

  /** A map of the file. What is empty is left out, as a cell that says nothing. */
  static final class Item {
    private final List<String> fields = new ArrayList<>();

    Item text(String key, String value) {
      return value.isEmpty() ? this : field(key, quoted(value));
    }

    Item texts(String key, List<String> values) {
      return values.isEmpty()
          ? this
          : field(
              key,
              values.stream().map(Transcript::quoted).collect(Collectors.joining(", ", "[", "]")));
    }

    Item map(String key, Item value) {
      return field(key, value.toString());
    }

    Item maps(String key, List<Item> values) {
      return values.isEmpty()
          ? this
          : field(
              key, values.stream().map(Item::toString).collect(Collectors.joining(", ", "[", "]")));
    }

    private Item field(String key, String value) {
      fields.add(key + ": " + value);
      return this;
    }

    @Override
    public String toString() {
      return "{" + String.join(", ", fields) + "}";
    }
  }

  void line(String words) {
    write(words, new Origin(DirectoryTable.PERSONS, 0));
  }

  void list(String key, DirectoryTable table) {
    write(key + ":", new Origin(table, 0));
  }

  void item(Item item, DirectoryTable table, int line) {
    write("  - " + item, new Origin(table, line));
  }

  private void write(String words, Origin origin) {
    text.append(words).append('\n');
    origins.add(origin);
  }

  String text() {
    return text.toString();
  }

  /**
   * A fault of the file as a fault of the table that it comes from. What stands in the hub's own
   * directory and no longer fits is told at the first line of what was given.
   */
  Fault traced(Fault fault, Map<DirectoryTable, String> names) {
    Origin origin = origins.get(Math.clamp(fault.line(), 1, origins.size()) - 1);
    String given = names.get(origin.table());
    if (given != null) {
      return new Fault(given, Math.max(1, origin.line()), fault.reason());
    }
    String first = names.values().stream().findFirst().orElse("");
    return new Fault(
        first, 1, fault.reason() + " (in what the hub has: " + origin.table().file() + ")");
  }

  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
