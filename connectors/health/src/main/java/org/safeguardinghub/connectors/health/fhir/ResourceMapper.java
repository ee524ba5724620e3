package org.safeguardinghub.connectors.health.fhir;

import static org.safeguardinghub.connectors.health.fhir.Tree.codings;
import static org.safeguardinghub.connectors.health.fhir.Tree.either;
import static org.safeguardinghub.connectors.health.fhir.Tree.first;
import static org.safeguardinghub.connectors.health.fhir.Tree.items;
import static org.safeguardinghub.connectors.health.fhir.Tree.text;
import static org.safeguardinghub.connectors.health.fhir.Tree.type;
import static org.safeguardinghub.connectors.health.fhir.Tree.words;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.safeguardinghub.connectors.health.fhir.Tree.Coding;
import org.safeguardinghub.connectors.health.table.HealthTables;

/** What one resource becomes; an encounter may become an attendance and what was found at it. */
final class ResourceMapper {
  private static final String ERROR = "entered-in-error";

  /** States of an encounter in which nobody came. */
  private static final Set<String> NOT_YET = Set.of("planned", "cancelled", "unknown");

  /** Clinical and verification states of a condition that no longer holds or never did. */
  private static final Set<String> NOT_HELD =
      Set.of("refuted", "inactive", "remission", "resolved");

  private final HealthTables tables;
  private final Events events;

  ResourceMapper(HealthTables tables, Events events) {
    this.tables = tables;
    this.events = events;
  }

  List<Fate> map(Letter letter, JsonNode resource) {
    return switch (type(resource)) {
      case "Encounter" -> encounter(letter, resource);
      case "Appointment" -> List.of(appointment(letter, resource));
      case "AppointmentResponse" -> List.of(noEvent(resource, "The appointment itself tells."));
      case "Flag" -> List.of(flag(letter, resource));
      case "CarePlan" -> List.of(carePlan(letter, resource));
      case "Condition" -> List.of(condition(letter, resource));
      case "Observation" ->
          List.of(coded(letter, resource, "code", "value", "valueCodeableConcept"));
      case "Procedure" -> List.of(procedure(letter, resource));
      default -> List.of(other(resource));
    };
  }

  private Fate other(JsonNode resource) {
    return tables
        .resources()
        .find(type(resource))
        .<Fate>map(entry -> new Fate.NoEvent(idOf(resource), "RESOURCE_WITHOUT_EVENT", entry.why()))
        .orElseGet(
            () ->
                new Fate.NoEvent(
                    idOf(resource),
                    "RESOURCE_NOT_MAPPED",
                    "This kind of resource has no table; a concern in it has to be coded or sent by itself."));
  }

  /** A patient's id is often the NHS number, which belongs in no id of ours. */
  private static String idOf(JsonNode resource) {
    return type(resource).equals("Patient") || type(resource).equals("RelatedPerson")
        ? type(resource) + "/" + RecordIds.hash(resource.toString())
        : RecordIds.of(resource);
  }

  private static Fate noEvent(JsonNode resource, String why) {
    return new Fate.NoEvent(RecordIds.of(resource), "RESOURCE_WITHOUT_EVENT", why);
  }

  private static Happening happening(Letter letter, JsonNode resource, String time) {
    return new Happening(
        RecordIds.of(resource),
        letter.patientOf(resource),
        When.of(time).or(() -> letter.sent(resource)),
        "",
        "",
        "",
        incident(letter, resource));
  }

  /** What happened at one encounter is one incident. */
  private static String incident(Letter letter, JsonNode resource) {
    JsonNode reference = first(resource, resource.has("encounter") ? "encounter" : "context");
    return letter
        .find(resource, reference)
        .map(RecordIds::of)
        .orElseGet(() -> text(reference, "reference").replaceFirst("^urn:uuid:.*", ""));
  }

  private List<Fate> encounter(Letter letter, JsonNode resource) {
    Happening happening = happening(letter, resource, text(resource, "period", "start"));
    String status = text(resource, "status");
    if (status.equals(ERROR)) {
      return List.of(events.withdrawn(happening));
    }
    if (NOT_YET.contains(status)) {
      return List.of(noEvent(resource, "Nobody has come, or nobody knows."));
    }
    List<Fate> fates = new ArrayList<>();
    fates.add(attendance(resource, happening));
    Stream.of("reasonCode", "reason")
        .flatMap(name -> codings(resource, name).stream())
        .filter(Coding::snomed)
        .distinct()
        .forEach(coding -> found(happening, coding).ifPresent(fates::add));
    return fates;
  }

  private Fate attendance(JsonNode resource, Happening happening) {
    List<Coding> classes = codings(resource, "class");
    String code =
        classes.stream()
            .map(Coding::code)
            .findFirst()
            .orElse(codings(resource, "type").isEmpty() ? "" : "AMB");
    return tables
        .encounters()
        .find(code)
        .map(entry -> events.of(entry, happening.coded("ActCode", code, "").of("")))
        .orElseGet(
            () ->
                new Fate.NoEvent(
                    happening.recordId(),
                    "CLASS_UNKNOWN",
                    "The class of the encounter is missing or not one of the table: nobody knows whether the child was"
                        + " seen."));
  }

  private Optional<Fate> found(Happening happening, Coding coding) {
    return tables
        .snomed()
        .find(coding.code())
        .map(
            entry ->
                events.of(
                    entry,
                    happening
                        .part(coding.code())
                        .coded("SNOMED CT", coding.code(), coding.display())));
  }

  private Fate appointment(Letter letter, JsonNode resource) {
    String status = text(resource, "status");
    Happening happening =
        happening(letter, resource, text(resource, "start"))
            .coded("appointment", status, words(resource, "serviceType"));
    Optional<CodeBook.Meaning> entry = tables.appointments().find(status);
    if (entry.isEmpty()) {
      return new Fate.NoEvent(
          happening.recordId(), "STATE_UNKNOWN", "The state is not one of the table.");
    }
    if (status.equals(ERROR)) {
      return events.withdrawn(happening);
    }
    if (!status.equals("noshow")) {
      return events.of(entry.get(), happening);
    }
    Optional<CodeBook.Meaning> service =
        Stream.of("specialty", "serviceType", "serviceCategory")
            .flatMap(name -> codings(resource, name).stream())
            .flatMap(coding -> tables.services().find(coding.code()).stream())
            .findFirst();
    CodeBook.Meaning missed = service.orElse(entry.get());
    return events.of(missed, happening);
  }

  private Fate flag(Letter letter, JsonNode resource) {
    Happening happening =
        happening(letter, resource, either(text(resource, "period", "start"), recorded(resource)));
    String status = text(resource, "status");
    if (status.equals(ERROR)) {
      return events.withdrawn(happening);
    }
    if (!status.equals("active")) {
      return new Fate.NoEvent(
          happening.recordId(), "FLAG_ENDED", "The flag has ended; whoever set it reports why.");
    }
    return Stream.concat(codings(resource, "code").stream(), codings(resource, "category").stream())
        .flatMap(coding -> entry(coding).stream().map(entry -> coded(happening, coding, entry)))
        .findFirst()
        .orElseGet(() -> codeUnknown(happening));
  }

  private Optional<CodeBook.Meaning> entry(Coding coding) {
    return coding.snomed()
        ? tables.snomed().find(coding.code())
        : tables.flags().find(coding.code());
  }

  private Fate coded(Happening happening, Coding coding, CodeBook.Meaning entry) {
    return events.of(
        entry,
        happening.coded(coding.snomed() ? "SNOMED CT" : "flag", coding.code(), coding.display()));
  }

  private static Fate codeUnknown(Happening happening) {
    return new Fate.NoEvent(
        happening.recordId(),
        "CODE_NOT_MAPPED",
        "None of its codes concerns the hub; a concern has to be coded or sent by itself.");
  }

  /** When a flag was recorded, by the provenance that it contains. */
  private static String recorded(JsonNode flag) {
    return items(flag, "contained").map(one -> text(one, "recorded")).findFirst().orElse("");
  }

  private Fate carePlan(Letter letter, JsonNode resource) {
    String status = text(resource, "status");
    if (!status.equals("active") && !status.equals(ERROR)) {
      return new Fate.NoEvent(
          RecordIds.of(resource), "PLAN_NOT_ACTIVE", "Only a plan that is in force is told.");
    }
    return coded(letter, resource, "category", "", "");
  }

  private Fate condition(Letter letter, JsonNode resource) {
    boolean gone =
        Stream.of("clinicalStatus", "verificationStatus")
            .flatMap(
                name ->
                    Stream.concat(
                        Stream.of(text(resource, name)),
                        codings(resource, name).stream().map(Coding::code)))
            .anyMatch(NOT_HELD::contains);
    return gone
        ? new Fate.NoEvent(
            RecordIds.of(resource),
            "CONDITION_ENDED",
            "The condition has ended or was refuted; only what holds is told.")
        : coded(letter, resource, "code", "", "");
  }

  private Fate procedure(Letter letter, JsonNode resource) {
    String status = text(resource, "status");
    return status.equals("not-done") || status.equals("preparation")
        ? noEvent(resource, "It was not done.")
        : coded(letter, resource, "code", "", "");
  }

  /** A resource that counts by the SNOMED CT concept of its code, or of its value. */
  private Fate coded(
      Letter letter, JsonNode resource, String code, String value, String typedValue) {
    String time =
        Stream.of(
                text(resource, "onsetDateTime"),
                text(resource, "effectiveDateTime"),
                text(resource, "effectivePeriod", "start"),
                text(resource, "performedDateTime"),
                text(resource, "performedPeriod", "start"),
                text(resource, "recordedDate"),
                text(resource, "assertedDate"),
                text(resource, "period", "start"),
                text(resource, "issued"))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    Happening happening = happening(letter, resource, time);
    boolean error =
        text(resource, "status").equals(ERROR)
            || codings(resource, "verificationStatus").stream()
                .anyMatch(c -> c.code().equals(ERROR))
            || text(resource, "verificationStatus").equals(ERROR);
    List<Coding> known =
        Stream.of(code, value, typedValue)
            .filter(name -> !name.isEmpty())
            .flatMap(name -> codings(resource, name).stream())
            .filter(coding -> coding.snomed() && tables.snomed().find(coding.code()).isPresent())
            .toList();
    if (known.isEmpty()) {
      return codeUnknown(happening);
    }
    return error
        ? events.withdrawn(happening)
        : coded(
            happening,
            known.getFirst(),
            tables.snomed().find(known.getFirst().code()).orElseThrow());
  }
}
