package org.safeguardinghub.connectors.health.hl7;

import static org.safeguardinghub.connectors.health.hl7.Segments.get;

import ca.uhn.hl7v2.model.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.form.CodeBook;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.health.event.Events;
import org.safeguardinghub.connectors.health.event.Happening;
import org.safeguardinghub.connectors.health.event.When;
import org.safeguardinghub.connectors.health.table.HealthTables;
import org.safeguardinghub.kernel.message.Step;

/** What one message becomes: an attendance, a missed appointment, and what was found. */
final class AdtMapper {
  private static final String ATTENDED = "HLT-ATT-01";
  private static final String WITHDRAWN = "ADM-COR-01";
  private static final String NO_SHOW = "SIU^S26";
  private static final Set<String> SNOMED =
      Set.of("SCT", "SNM", "SNM3", "SNOMED", "SNOMED-CT", "SNOMED CT");

  /** Types of admission: emergency and accident. */
  private static final Set<String> EMERGENCY = Set.of("E", "A");

  private final HealthTables tables;
  private final Events events;

  AdtMapper(HealthTables tables, Events events) {
    this.tables = tables;
    this.events = events;
  }

  List<Fate> map(Header header, Segments message) {
    Optional<CodeBook.Meaning> trigger = tables.triggers().find(header.event());
    Happening happening = happening(header, message);
    if (trigger.isEmpty()) {
      return List.of(
          new Fate.Refused(
              happening.recordId(),
              Step.CATALOGUE,
              Hl7Form.UNSUPPORTED,
              "the hub takes ADT and appointment messages of the trigger events in its table; leave others out"));
    }
    List<Fate> fates = new ArrayList<>();
    fates.add(occasion(header.event(), trigger.get(), happening, message));
    if (!trigger.get().type().equals(Optional.of(WITHDRAWN))) {
      fates.addAll(found(happening, message));
    }
    return fates;
  }

  private Fate occasion(
      String event, CodeBook.Meaning trigger, Happening happening, Segments message) {
    String type = trigger.type().orElse("");
    if (event.equals(NO_SHOW)) {
      return events.of(missed(trigger, message), happening);
    }
    if (type.equals(WITHDRAWN)) {
      return events.withdrawn(happening);
    }
    if (!type.equals(ATTENDED)) {
      return events.of(trigger, happening);
    }
    String patientClass = patientClass(message);
    CodeBook.Meaning meaning =
        tables
            .patientClasses()
            .find(patientClass)
            .or(() -> tables.patientClasses().find("U"))
            .orElseThrow();
    return events.of(meaning, happening.coded("patient class", meaning.code(), ""));
  }

  /** Older systems leave the class empty and name an emergency in the type of admission. */
  private static String patientClass(Segments message) {
    String patientClass = message.get("PV1", 2, 1);
    return patientClass.isEmpty() && EMERGENCY.contains(message.get("PV1", 4, 1))
        ? "E"
        : patientClass;
  }

  /** The service of a missed appointment, by whichever segment names it. */
  private CodeBook.Meaning missed(CodeBook.Meaning trigger, Segments message) {
    return Stream.of(
            message.get("AIS", 3, 1),
            message.get("SCH", 8, 1),
            message.get("PV1", 10, 1),
            message.get("AIL", 4, 1))
        .filter(code -> !code.isEmpty())
        .flatMap(code -> tables.services().find(code).stream())
        .findFirst()
        .orElse(trigger);
  }

  /** Diagnoses and reasons in SNOMED CT that concern the hub. */
  private List<Fate> found(Happening happening, Segments message) {
    List<Fate> found = new ArrayList<>();
    message.named("DG1").forEach(segment -> concept(happening, segment, 3).ifPresent(found::add));
    message.named("PV2").forEach(segment -> concept(happening, segment, 3).ifPresent(found::add));
    return found;
  }

  private Optional<Fate> concept(Happening happening, Segment segment, int field) {
    String code = get(segment, field, 0, 1);
    if (!SNOMED.contains(get(segment, field, 0, 3))) {
      return Optional.empty();
    }
    return tables
        .snomed()
        .find(code)
        .map(
            meaning ->
                events.of(
                    meaning,
                    happening.part(code).coded("SNOMED CT", code, get(segment, field, 0, 2))));
  }

  private static Happening happening(Header header, Segments message) {
    boolean appointment = header.event().startsWith("SIU");
    return new Happening(
        recordId(header, message, appointment),
        People.of(message),
        appointment ? appointmentTime(message) : visitTime(message),
        "",
        "",
        "",
        "");
  }

  private static String recordId(Header header, Segments message, boolean appointment) {
    String own =
        appointment
            ? either(message.get("SCH", 2, 1), message.get("SCH", 1, 1))
            : either(message.get("PV1", 19, 1), message.get("PV1", 50, 1));
    String kind = appointment ? "appointment/" : "visit/";
    String id = own.isEmpty() ? "message/" + header.controlId() : kind + own;
    return id.length() > 150 ? id.substring(0, 150) : id;
  }

  private static Optional<When> visitTime(Segments message) {
    return time(
        message.get("PV1", 44, 1),
        message.get("EVN", 6, 1),
        message.get("EVN", 2, 1),
        message.get("MSH", 7, 1));
  }

  private static Optional<When> appointmentTime(Segments message) {
    return time(
        message.get("SCH", 11, 4),
        message.get("AIS", 4, 1),
        message.get("TQ1", 7, 1),
        message.get("EVN", 2, 1),
        message.get("MSH", 7, 1));
  }

  private static Optional<When> time(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().flatMap(Hl7Time::of);
  }

  private static String either(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
