package org.safeguardinghub.connectors.education.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.kernel.catalogue.Attribute;
import org.safeguardinghub.kernel.catalogue.AttributeType;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/**
 * A row of a concern log. Whether it is sound is the intake's question; here it only changes its
 * form.
 */
final class ConcernLogMapper implements RowMapper {
  static final List<String> REQUIRED =
      List.of(
          "recordId",
          "date",
          "time",
          "pupilId",
          "upn",
          "forenames",
          "surname",
          "dob",
          "type",
          "level",
          "narrative");
  static final List<String> OPTIONAL =
      List.of("householdRef", "incidentRef", "attributes", "supersedes");

  private static final Pattern SHORT_HOUR = Pattern.compile("\\d:\\d{2}(:\\d{2})?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

  private final EventCatalogue catalogue;
  private final String legalGateway;

  ConcernLogMapper(EventCatalogue catalogue, String legalGateway) {
    this.catalogue = catalogue;
    this.legalGateway = legalGateway;
  }

  @Override
  public Fate map(Cells cells) {
    String recordId = cells.text("recordId");
    ObjectNode message = Messages.of(cells, cells.text("type"), recordId, legalGateway);
    Messages.put(message, "occurredAt", occurredAt(cells));
    Messages.put(message, "householdRef", cells.optional("householdRef"));
    Messages.put(message, "incidentRef", cells.optional("incidentRef"));
    Messages.put(message, "supersedes", cells.optional("supersedes"));
    Messages.put(message, "narrative", cells.optional("narrative"));
    cells.optional("level").ifPresent(level -> put(message.putObject("level"), "proposed", level));
    Optional<String> attributes = cells.optional("attributes");
    if (attributes.isPresent()
        && !attributes(cells.text("type"), attributes.get(), message.putObject("attributes"))) {
      return Fate.Refused.shape(
          recordId,
          "ATTRIBUTES_FORM",
          "write attributes as name=value; name=value, each name once; several codes as name=one|two");
    }
    return new Fate.Send(recordId, cells.text("type"), Messages.submission(message));
  }

  /** Local time in England; the day alone where the time is not known. */
  private static Optional<String> occurredAt(Cells cells) {
    return cells
        .optional("date")
        .map(
            date ->
                Messages.day(date) + cells.optional("time").map(ConcernLogMapper::time).orElse(""));
  }

  private static String time(String text) {
    return "T" + (SHORT_HOUR.matcher(text).matches() ? "0" + text : text);
  }

  private boolean attributes(String type, String text, ObjectNode target) {
    for (String pair : text.split(";", -1)) {
      if (pair.isBlank()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = pair.substring(0, Math.max(equals, 0)).strip();
      if (name.isEmpty() || target.has(name)) {
        return false;
      }
      attribute(type, name, pair.substring(equals + 1).strip(), target);
    }
    return true;
  }

  /**
   * A cell is text; the catalogue says what it stands for. What it does not know the intake
   * refuses.
   */
  private void attribute(String type, String name, String value, ObjectNode target) {
    Optional<Attribute> known =
        catalogue.find(type).flatMap(found -> Optional.ofNullable(found.attributes().get(name)));
    if (known.isEmpty()) {
      target.put(name, value);
      return;
    }
    switch (known.get().type()) {
      case AttributeType.Flag _ -> flag(target, name, value);
      case AttributeType.Whole _ -> put(target, name, value);
      case AttributeType.Codes _ -> {
        ArrayNode codes = target.putArray(name);
        Stream.of(value.split("\\|", -1)).map(String::strip).forEach(codes::add);
      }
      case AttributeType.Code _,
          AttributeType.LocalCode _,
          AttributeType.Reference _,
          AttributeType.Regrade _ ->
          target.put(name, value);
    }
  }

  private static void flag(ObjectNode target, String name, String value) {
    switch (value.toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> target.put(name, true);
      case "no", "false" -> target.put(name, false);
      default -> target.put(name, value);
    }
  }

  private static void put(ObjectNode target, String name, String value) {
    if (NUMBER.matcher(value).matches()) {
      target.put(name, Integer.parseInt(value));
    } else {
      target.put(name, value);
    }
  }
}
