package org.safeguardinghub.connectors.education;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safeguardinghub.connectors.intake.envelope.Refusal;
import org.safeguardinghub.connectors.intake.envelope.Step;

/**
 * Turns rows into messages. The ids of the messages follow from the rows, so that a row sent twice
 * is one event.
 */
final class RowMapper {
  /** A school's own duty; a file may name another gateway. */
  private static final String GATEWAY = "EA2002-S175";

  private static final String ENCOMPASS = "EDU-DA-01";
  private static final Pattern TIME =
      Pattern.compile("([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?");
  private static final List<String> COPIED =
      List.of(
          "narrative",
          "childVoice",
          "assertion",
          "householdRef",
          "incidentRef",
          "derivedFrom",
          "supersedes",
          "familyInformed",
          "contentRef");

  private final MappingTable categories = MappingTable.categories();
  private final MappingTable attendanceCodes = MappingTable.attendanceCodes();

  Mapped map(FileKind kind, Row row) {
    if (row.shifted()) {
      return fault("TOO_MANY_FIELDS", "put texts that hold a comma into double quotes", "row " + row.number());
    }
    Optional<LocalDate> date = row.field("date").flatMap(Pupil::date);
    if (date.isEmpty()) {
      return fault("IMPOSSIBLE_DATE", "give a day that exists, as 2026-03-01 or 1/3/2026", "date");
    }
    return switch (kind) {
      case CONCERN_LOG -> concern(row, date.get());
      case ATTENDANCE -> mark(row, date.get());
    };
  }

  private Mapped concern(Row row, LocalDate date) {
    if (row.field("recordId").isEmpty()) {
      return fault(
          "NO_ID", "give the record's own id, so that a repeat is known as one", "recordId");
    }
    Optional<String> time = row.field("time");
    if (time.isPresent() && !TIME.matcher(time.get()).matches()) {
      return fault("IMPOSSIBLE_DATE", "give a time as 14:30, or leave it empty", "time");
    }
    Optional<String> type =
        row.field("type").or(() -> row.field("category").flatMap(categories::event));
    if (type.isEmpty()) {
      return fault(
          "UNKNOWN_CATEGORY",
          "give an event type in the column type, or a category of the connector's list",
          row.field("category").isPresent() ? "category" : "type");
    }
    ObjectNode message = message("log:" + row.text("recordId"), type.get(), row);
    message.put(
        "occurredAt",
        time.map(t -> date + "T" + (t.length() % 3 == 1 ? "0" + t : t)).orElse(date.toString()));
    COPIED.forEach(column -> row.field(column).ifPresent(text -> message.put(column, text)));
    if (type.get().equals(ENCOMPASS) && row.field("derivedFrom").isEmpty()) {
      message.put("derivedFrom", "reported");
    }
    row.field("handling").ifPresent(text -> message.putObject("handling").put("class", text));
    row.field("countable").ifPresent(text -> set(message, "countable", text));
    row.field("level").ifPresent(text -> set(message.putObject("level"), "proposed", text));
    row.field("attributes").ifPresent(text -> attributes(message.putObject("attributes"), text));
    Pupil.put(row, message);
    return new Mapped.Message(message);
  }

  private Mapped mark(Row row, LocalDate date) {
    String session = row.text("session").strip().toUpperCase(java.util.Locale.ROOT);
    if (!session.equals("AM") && !session.equals("PM")) {
      return fault("UNKNOWN_SESSION", "give AM or PM", "session");
    }
    if (row.field("pupilId").isEmpty()) {
      return fault("NO_ID", "give the pupil's own id, so that a repeat is known as one", "pupilId");
    }
    String code = row.text("code");
    if (!attendanceCodes.knows(code)) {
      return fault("UNKNOWN_CODE", "give a code of the national list of attendance codes", "code");
    }
    Optional<String> type = attendanceCodes.event(code);
    if (type.isEmpty()) {
      return new Mapped.Nothing();
    }
    String id = String.join(":", "mark", row.text("pupilId"), date.toString(), session, type.get());
    ObjectNode message = message(id, type.get(), row);
    // Registers are taken at the start of a session; the file does not say when.
    message.put("occurredAt", date + (session.equals("AM") ? "T09:00" : "T13:00"));
    message.put("occurredPrecision", "APPROXIMATE");
    message.put("assertion", "OBSERVED");
    Pupil.put(row, message);
    return new Mapped.Message(message);
  }

  private static ObjectNode message(String recordId, String type, Row row) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sourceRecordId", recordId)
        .put("type", type)
        .put("legalGateway", row.field("legalGateway").orElse(GATEWAY));
  }

  /** {@code name=value; name=value}; several codes of one attribute stand with a bar between. */
  private static void attributes(ObjectNode attributes, String text) {
    for (String part : text.split(";")) {
      if (!part.isBlank()) {
        String[] pair = part.split("=", 2);
        String value = pair.length == 2 ? pair[1].strip() : "";
        if (value.contains("|")) {
          for (String item : value.split("\\|")) {
            attributes.withArrayProperty(pair[0].strip()).add(item.strip());
          }
        } else {
          set(attributes, pair[0].strip(), value);
        }
      }
    }
  }

  /** A text as what it looks like: CSV knows no types, and the intake guesses none. */
  private static void set(ObjectNode object, String name, String text) {
    switch (text.strip().toLowerCase(java.util.Locale.ROOT)) {
      case "true", "yes" -> object.put(name, true);
      case "false", "no" -> object.put(name, false);
      case String plain when plain.matches("[0-9]{1,6}") ->
          object.put(name, Integer.parseInt(plain));
      case String _ -> object.put(name, text.strip());
    }
  }

  private static Mapped fault(String reason, String explanation, String column) {
    return new Mapped.Faulty(Refusal.at(Step.SHAPE, reason, explanation, column));
  }
}
