package org.safeguardinghub.connectors.education;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The forms of file, known by their headers. */
enum FileKind {
  CONCERN_LOG(
      Set.of("recordId", "date", "pupilId"),
      Set.of(
          "time",
          "upn",
          "forenames",
          "surname",
          "dob",
          "sex",
          "type",
          "category",
          "level",
          "narrative",
          "childVoice",
          "assertion",
          "handling",
          "countable",
          "householdRef",
          "incidentRef",
          "derivedFrom",
          "supersedes",
          "familyInformed",
          "legalGateway",
          "contentRef",
          "attributes")),
  ATTENDANCE(
      Set.of("date", "session", "pupilId", "code"),
      Set.of("upn", "forenames", "surname", "dob", "legalGateway"));

  private final Set<String> required;
  private final Set<String> optional;

  FileKind(Set<String> required, Set<String> optional) {
    this.required = required;
    this.optional = optional;
  }

  /** The kind that has all its required columns and none that it does not know. */
  static Optional<FileKind> of(List<String> header) {
    for (FileKind kind : values()) {
      boolean known =
          header.stream()
              .allMatch(column -> kind.required.contains(column) || kind.optional.contains(column));
      boolean distinct = Set.copyOf(header).size() == header.size();
      if (known && distinct && header.containsAll(kind.required)) {
        boolean typed =
            kind == ATTENDANCE || header.contains("type") || header.contains("category");
        return typed ? Optional.of(kind) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** What headers there may be, for whoever sent another. */
  static String expectation() {
    return "start with a header row: recordId, date, pupilId and type or category (a concern log), or date, session,"
        + " pupilId and code (attendance marks); other columns as the connector's README lists them";
  }
}
