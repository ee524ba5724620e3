package org.safeguardinghub.connectors.health.fhir;

import static org.safeguardinghub.connectors.health.fhir.Tree.codings;
import static org.safeguardinghub.connectors.health.fhir.Tree.either;
import static org.safeguardinghub.connectors.health.fhir.Tree.extension;
import static org.safeguardinghub.connectors.health.fhir.Tree.first;
import static org.safeguardinghub.connectors.health.fhir.Tree.items;
import static org.safeguardinghub.connectors.health.fhir.Tree.text;
import static org.safeguardinghub.connectors.health.fhir.Tree.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.form.CodeBook;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Message;
import org.safeguardinghub.connectors.health.event.Events;
import org.safeguardinghub.connectors.health.event.Happening;
import org.safeguardinghub.connectors.health.event.When;
import org.safeguardinghub.connectors.health.event.Who;
import org.safeguardinghub.connectors.health.table.HealthTables;
import org.safeguardinghub.kernel.message.Step;

/** Messages of the national services: one event code speaks for the whole. */
final class MessageMapper {
  private static final String BIRTH = "pds-birth-notification";
  private static final String CHANGE_OF_GP = "pds-change-of-gp";
  static final String DEATH = "pds-death-notification";
  private static final String VACCINATIONS = "vaccinations";
  private static final String NO_GP = "GP-REG-01";

  /** A death that was notified by mistake. */
  private static final String DEATH_REMOVED = "U";

  private static final Set<String> MOTHER = Set.of("GESTM", "NMTH", "MTH", "12");

  private final HealthTables tables;
  private final Events events;

  MessageMapper(HealthTables tables, Events events) {
    this.tables = tables;
    this.events = events;
  }

  /** The event code without its version. */
  static String base(String code) {
    return code.replaceFirst("-\\d{1,3}$", "");
  }

  /** What a message with this header says; empty if its code is none of the national services'. */
  Optional<Fate> message(Letter letter, JsonNode header) {
    List<Tree.Coding> codes =
        Stream.of("event", "eventCoding").flatMap(name -> codings(header, name).stream()).toList();
    if (codes.isEmpty()) {
      return Optional.empty();
    }
    String code = base(codes.getFirst().code());
    Optional<CodeBook.Meaning> entry = tables.messages().find(code);
    if (entry.isEmpty()) {
      return codes.getFirst().system().contains("/STU3/CodeSystem/EventType")
          ? Optional.of(unknown(recordId(code, header)))
          : Optional.empty();
    }
    return Optional.of(message(letter, header, code, entry.get()));
  }

  private static String recordId(String code, JsonNode header) {
    return RecordIds.named(code, either(text(header, "focus", "reference"), text(header, "id")));
  }

  static Fate unknown(String recordId) {
    return new Fate.Refused(
        recordId,
        Step.CATALOGUE,
        "UNKNOWN_EVENT",
        "this event of the national services is not in the table: tell the hub's team its code");
  }

  private Fate message(Letter letter, JsonNode header, String code, CodeBook.Meaning entry) {
    JsonNode focus = letter.find(header, first(header, "focus")).orElse(MissingNode.getInstance());
    JsonNode patient = code.equals(BIRTH) ? baby(letter) : patient(letter);
    Who who = patient.isMissingNode() ? routed(header) : Patients.of(patient);
    Happening happening =
        new Happening(
            code.equals(DEATH) ? deathId(who) : recordId(code, header),
            who,
            when(letter, header, code, patient, focus),
            "NEMS",
            code,
            "",
            "");
    if (entry.type().isEmpty()) {
      return events.of(entry, happening);
    }
    if (conflict(header, code, who)) {
      return new Fate.Refused(
          happening.recordId(),
          Step.SHAPE,
          "TWO_PATIENTS",
          "header and patient name different NHS numbers: send the message for the right one");
    }
    String kind =
        extension(header, "MessageEventType-1")
            .map(one -> text(one, "valueCodeableConcept", "coding", "code"))
            .orElse("new");
    return kind.equals("delete")
        ? events.withdrawn(happening)
        : special(letter, code, entry, happening, patient);
  }

  private Fate special(
      Letter letter, String code, CodeBook.Meaning entry, Happening happening, JsonNode patient) {
    return switch (code) {
      case BIRTH -> events.of(entry, happening.by(withMother(letter, happening.who(), patient)));
      case CHANGE_OF_GP -> changeOfGp(letter, entry, happening, patient);
      case DEATH -> death(entry, happening, patient);
      case VACCINATIONS -> vaccinations(letter, entry, happening);
      default -> events.of(entry, happening);
    };
  }

  /** Header and patient must mean one person, except that a birth is routed by the mother. */
  private static boolean conflict(JsonNode header, String code, Who who) {
    String routed = routed(header).nhsNumber();
    return !code.equals(BIRTH)
        && !routed.isEmpty()
        && !who.nhsNumber().isEmpty()
        && !routed.equals(who.nhsNumber());
  }

  private static JsonNode patient(Letter letter) {
    return patients(letter).findFirst().orElse(MissingNode.getInstance());
  }

  private static Stream<JsonNode> patients(Letter letter) {
    return letter.entries().stream()
        .map(entry -> first(entry, "resource"))
        .filter(one -> type(one).equals("Patient"));
  }

  /** The patient of whom somebody is the mother; else the one born last. */
  static JsonNode baby(Letter letter) {
    return letter.entries().stream()
        .map(entry -> first(entry, "resource"))
        .filter(one -> type(one).equals("RelatedPerson"))
        .filter(
            one -> codings(one, "relationship").stream().anyMatch(c -> MOTHER.contains(c.code())))
        .flatMap(one -> letter.find(one, first(one, "patient")).stream())
        .findFirst()
        .or(() -> patients(letter).max(java.util.Comparator.comparing(p -> text(p, "birthDate"))))
        .orElse(MissingNode.getInstance());
  }

  static Who withMother(Letter letter, Who baby, JsonNode patient) {
    return patients(letter)
        .filter(one -> !one.equals(patient))
        .map(Patients::of)
        .findFirst()
        .map(mother -> baby.and(claims -> claims.mother(mother.nhsNumber(), mother.name())))
        .orElse(baby);
  }

  /** Whom the header names: all there is in a message that only withdraws. */
  private static Who routed(JsonNode header) {
    Optional<JsonNode> routing = extension(header, "RoutingDemographics-1");
    if (routing.isEmpty()) {
      return Who.unknown();
    }
    String nhsNumber =
        extension(routing.get(), "nhsNumber")
            .map(one -> text(one, "valueIdentifier", "value"))
            .orElse("");
    JsonNode name =
        extension(routing.get(), "name")
            .map(one -> first(one, "valueHumanName"))
            .orElse(MissingNode.getInstance());
    String birth =
        extension(routing.get(), "birthDateTime").map(one -> text(one, "valueDateTime")).orElse("");
    String words = Patients.fullName(name);
    return new Who(
        "",
        nhsNumber,
        words,
        When.of(birth).flatMap(When::day),
        false,
        person ->
            person
                .nhsNumber(nhsNumber)
                .givenNames(items(name, "given").map(JsonNode::asText).findFirst().orElse(""))
                .familyName(text(name, "family"))
                .born(birth));
  }

  private static Optional<When> when(
      Letter letter, JsonNode header, String code, JsonNode patient, JsonNode focus) {
    String own =
        switch (code) {
          case BIRTH -> either(birthTime(patient), text(patient, "birthDate"));
          case DEATH -> text(patient, "deceasedDateTime");
          default -> text(focus, "period", "start");
        };
    String attended =
        letter.entries().stream()
            .map(entry -> first(entry, "resource"))
            .filter(one -> type(one).equals("Encounter"))
            .map(one -> text(one, "period", "start"))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return When.of(either(own, attended, text(header, "timestamp"))).or(() -> letter.sent(header));
  }

  static String birthTime(JsonNode patient) {
    return extension(patient.path("_birthDate"), "patient-birthTime")
        .map(one -> text(one, "valueDateTime"))
        .orElse("");
  }

  private Fate changeOfGp(
      Letter letter, CodeBook.Meaning entry, Happening happening, JsonNode patient) {
    JsonNode practice = first(patient, "generalPractitioner");
    if (practice.isMissingNode()) {
      return events.of(entry, NO_GP, happening, _ -> {});
    }
    String code =
        letter
            .find(patient, practice)
            .map(one -> text(one, "identifier", "value"))
            .orElseGet(() -> Organisations.code(practice));
    return events.of(
        entry, entry.type().orElse(""), happening, message -> acceptedBy(message, code));
  }

  private static void acceptedBy(Message message, String code) {
    if (!code.isEmpty()) {
      message.attribute("acceptedBy", code);
    }
  }

  /** One person dies once: a later notice of the same death corrects or withdraws the first. */
  static String deathId(Who who) {
    return DEATH + "/" + RecordIds.hash(either(who.nhsNumber(), who.name()));
  }

  private Fate death(CodeBook.Meaning entry, Happening happening, JsonNode patient) {
    String status =
        extension(patient, "DeathNotificationStatus-1")
            .or(() -> extension(patient, "DeathNotificationStatus"))
            .flatMap(one -> extension(one, "deathNotificationStatus"))
            .map(one -> text(one, "valueCodeableConcept", "coding", "code"))
            .orElse("");
    return status.equals(DEATH_REMOVED)
        ? events.withdrawn(happening)
        : events.of(
            entry,
            happening.coded(
                "death notification",
                status,
                "The national service was told of this death; whether it was expected is not said."));
  }

  private Fate vaccinations(Letter letter, CodeBook.Meaning entry, Happening happening) {
    boolean given =
        letter.entries().stream()
            .map(one -> first(one, "resource"))
            .filter(one -> type(one).equals("Immunization"))
            .anyMatch(
                one ->
                    !text(one, "notGiven").equals("true")
                        && !text(one, "status").equals("not-done"));
    return given
        ? events.of(entry, happening)
        : new Fate.NoEvent(
            happening.recordId(), "NOT_GIVEN", "No vaccine was given: nobody may have been seen.");
  }
}
