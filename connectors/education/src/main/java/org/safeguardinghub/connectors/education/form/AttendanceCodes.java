package org.safeguardinghub.connectors.education.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;

/**
 * What each attendance code means to the hub.
 *
 * @param sessions session and the local time at which its register opens at the earliest
 * @param marks code and its meaning, in the order of the file
 */
record AttendanceCodes(Map<String, String> sessions, Map<String, Mark> marks) {
  private static final String FILE = "attendance-codes.yaml";
  private static final String NO_EVENT = "no event";
  private static final Pattern TIME = Pattern.compile("[0-2]\\d:[0-5]\\d");

  AttendanceCodes {
    sessions = Collections.unmodifiableMap(new LinkedHashMap<>(sessions));
    marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
  }

  /**
   * One code.
   *
   * @param title its title
   * @param type the event type that it becomes, if any
   * @param reason why
   */
  record Mark(String title, Optional<String> type, String reason) {}

  /** The shipped mapping; a faulty one is a fault of the build. */
  static AttendanceCodes load(EventCatalogue catalogue) {
    return read(resource(), catalogue);
  }

  static AttendanceCodes read(String yaml, EventCatalogue catalogue) {
    Faults faults = new Faults(FILE);
    Map<String, String> sessions = new LinkedHashMap<>();
    Map<String, Mark> marks = new LinkedHashMap<>();
    Optional<YamlNode.Mapping> root = YamlDocument.parse(yaml, faults);
    root.ifPresent(
        mapping -> {
          Fields file = Fields.of(mapping, faults);
          file.text("id");
          file.whole("version", 1, 1_000_000);
          file.date("effectiveFrom");
          file.requiredItems("sessions").forEach(node -> session(node, sessions, faults));
          file.requiredItems("codes").forEach(node -> mark(node, marks, catalogue, faults));
          file.close();
        });
    if (!faults.none()) {
      throw new IllegalStateException(
          "the mapping of attendance codes is faulty:\n"
              + String.join("\n", faults.inOrder().stream().map(Fault::toString).toList()));
    }
    return new AttendanceCodes(sessions, marks);
  }

  Optional<String> sessionStart(String session) {
    return Optional.ofNullable(sessions.get(session));
  }

  Optional<Mark> find(String code) {
    return Optional.ofNullable(marks.get(code.toUpperCase(Locale.ROOT)));
  }

  private static void session(YamlNode node, Map<String, String> sessions, Faults faults) {
    Fields session = Fields.of(node, faults);
    String from = session.text("from");
    if (!TIME.matcher(from).matches()) {
      faults.add(session.line("from"), "from must be a time such as 08:00");
    }
    if (sessions.put(session.text("session"), from) != null) {
      faults.add(session.line("session"), "the session is given twice");
    }
    session.close();
  }

  private static void mark(
      YamlNode node, Map<String, Mark> marks, EventCatalogue catalogue, Faults faults) {
    Fields fields = Fields.of(node, faults);
    String becomes = fields.text("becomes");
    Optional<String> type = Optional.of(becomes).filter(text -> !text.equals(NO_EVENT));
    if (type.isPresent() && catalogue.find(becomes).isEmpty()) {
      faults.add(
          fields.line("becomes"), "becomes must be an event type of the catalogue or: " + NO_EVENT);
    }
    if (marks.put(fields.text("code"), new Mark(fields.text("title"), type, fields.text("reason")))
        != null) {
      faults.add(fields.line("code"), "the code is given twice");
    }
    fields.close();
  }

  private static String resource() {
    try (InputStream in = AttendanceCodes.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
