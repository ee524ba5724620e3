package org.safeguardinghub.deploy.local.directory;

import java.util.List;
import java.util.Optional;

/** One of the tables as which a directory can be given to a spreadsheet and taken back. */
enum DirectoryTable {
  AGENCIES("agencies.csv", "code name", "code", "code name"),
  PERSONS(
      "persons.csv",
      "id user name mail phone channels firstDay lastDay hours conflicts",
      "id",
      "id user name"),
  LEAVE("leave.csv", "person firstDay lastDay", "person firstDay", "person firstDay lastDay"),
  ROLES(
      "roles.csv",
      "role title agency order person manager outOfHours area firstDay lastDay",
      "role agency",
      "role person");

  private final String file;
  private final String columns;
  private final String key;
  private final String needed;

  DirectoryTable(String file, String columns, String key, String needed) {
    this.file = file;
    this.columns = columns;
    this.key = key;
    this.needed = needed;
  }

  /** The name under which it is exported. */
  String file() {
    return file;
  }

  /** In the order in which they are exported. */
  List<String> columns() {
    return words(columns);
  }

  /** The columns that say which row of the running hub's directory a row is about. */
  List<String> key() {
    return words(key);
  }

  /** The columns that a file must have; what another one lacks stays as it is. */
  List<String> needed() {
    return words(needed);
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }

  /** The table of which a file with these columns is, whatever its name. */
  static Optional<DirectoryTable> of(List<String> header) {
    for (DirectoryTable table : List.of(ROLES, PERSONS, LEAVE, AGENCIES)) {
      if (header.containsAll(table.needed())) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }
}
