package org.safeguardinghub.connectors.health.fhir;

import static org.safeguardinghub.connectors.health.fhir.Tree.either;
import static org.safeguardinghub.connectors.health.fhir.Tree.extension;
import static org.safeguardinghub.connectors.health.fhir.Tree.first;
import static org.safeguardinghub.connectors.health.fhir.Tree.items;
import static org.safeguardinghub.connectors.health.fhir.Tree.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.form.Days;
import org.safeguardinghub.connectors.form.Message;
import org.safeguardinghub.connectors.health.event.Who;
import org.safeguardinghub.kernel.identifiers.NhsNumber;

/** Reads who a patient is. */
final class Patients {
  private static final Set<String> NHS_NUMBER =
      Set.of(
          "https://fhir.nhs.uk/Id/nhs-number",
          "http://fhir.nhs.uk/Id/nhs-number",
          "http://fhir.nhs.net/Id/nhs-number",
          "urn:oid:2.16.840.1.113883.2.1.4.1");

  /** Nobody may learn where these patients are. */
  private static final Set<String> RESTRICTED = Set.of("R", "V", "REDACTED");

  /** The order in which names and addresses are preferred. */
  private static final List<String> USES = List.of("official", "usual", "home", "");

  private static final int MOST_REFERENCES = 20;

  private Patients() {}

  /** The patient of a resource. */
  static Who of(JsonNode patient) {
    String nhsNumber = nhsNumber(patient);
    JsonNode name = preferred(patient, "name");
    boolean restricted =
        items(patient.path("meta"), "security").anyMatch(s -> RESTRICTED.contains(text(s, "code")));
    String birth = text(patient, "birthDate");
    return new Who(
        reference(patient, nhsNumber),
        nhsNumber,
        fullName(name),
        Days.of(birth),
        restricted,
        person -> claims(person, patient, name, nhsNumber, restricted));
  }

  /** A patient of whom only a reference was sent. */
  static Who ofReference(JsonNode reference) {
    String target = text(reference, "reference");
    String last = target.substring(target.lastIndexOf('/') + 1);
    Optional<String> inAddress = NhsNumber.parse(last).valid().map(NhsNumber::value);
    String nhsNumber = either(identifier(reference), inAddress.orElse(""));
    boolean lasting =
        inAddress.isEmpty() && target.contains("Patient/") && !target.startsWith("urn:");
    String name = text(reference, "display");
    return new Who(
        lasting ? last : "",
        nhsNumber,
        name,
        Optional.empty(),
        false,
        person -> person.nhsNumber(nhsNumber).fullName(name));
  }

  /** The NHS number among a resource's identifiers, or empty. */
  static String nhsNumber(JsonNode resource) {
    return items(resource, "identifier")
        .filter(identifier -> NHS_NUMBER.contains(text(identifier, "system")))
        .map(identifier -> text(identifier, "value"))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  static String fullName(JsonNode name) {
    return either(text(name, "text"), (given(name) + " " + text(name, "family")).strip());
  }

  private static String identifier(JsonNode reference) {
    JsonNode identifier = first(reference, "identifier");
    String system = text(identifier, "system");
    // The national notices leave the system out: there the number can be no other.
    return system.isEmpty() || NHS_NUMBER.contains(system) ? text(identifier, "value") : "";
  }

  /** The sender's own number of the patient; ids that hold for one message only are none. */
  private static String reference(JsonNode patient, String nhsNumber) {
    String local =
        items(patient, "identifier")
            .filter(identifier -> !NHS_NUMBER.contains(text(identifier, "system")))
            .map(identifier -> text(identifier, "value"))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    String id = text(patient, "id");
    boolean passing = id.length() == 36 || id.equals(nhsNumber.replace(" ", ""));
    return either(local, passing ? "" : id);
  }

  private static void claims(
      Message.Person person,
      JsonNode patient,
      JsonNode name,
      String nhsNumber,
      boolean restricted) {
    person
        .nhsNumber(nhsNumber)
        .givenNames(given(name))
        .familyName(text(name, "family"))
        .fullName(text(name, "text"))
        .alias(aliases(patient, name))
        .born(text(patient, "birthDate"))
        .sex(text(patient, "gender"));
    items(patient, "identifier")
        .filter(identifier -> !NHS_NUMBER.contains(text(identifier, "system")))
        .filter(identifier -> !text(identifier, "system").isEmpty())
        .limit(MOST_REFERENCES)
        .forEach(i -> person.sourceRef(text(i, "system"), text(i, "value")));
    if (!restricted) {
      JsonNode address = preferred(patient, "address");
      person.address(line(address), text(address, "postalCode"), uprn(address));
      person.phone(
          items(patient, "telecom")
              .filter(telecom -> text(telecom, "system").equals("phone"))
              .map(telecom -> text(telecom, "value"))
              .findFirst()
              .orElse(""));
      person.note(practice(patient));
    }
  }

  private static String given(JsonNode name) {
    return items(name, "given").map(JsonNode::asText).collect(Collectors.joining(" "));
  }

  private static String aliases(JsonNode patient, JsonNode chosen) {
    return items(patient, "name")
        .filter(name -> !name.equals(chosen))
        .map(Patients::fullName)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String line(JsonNode address) {
    String lines =
        Stream.concat(
                items(address, "line").map(JsonNode::asText),
                Stream.of(text(address, "city"), text(address, "district")))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    String line = either(lines, text(address, "text"));
    return line.length() > 200 ? line.substring(0, 200) : line;
  }

  private static String uprn(JsonNode address) {
    return items(address, "extension")
        .filter(one -> extension(one, "type").filter(Patients::isUprn).isPresent())
        .flatMap(one -> extension(one, "value").stream())
        .map(value -> text(value, "valueString"))
        .findFirst()
        .orElse("");
  }

  private static boolean isUprn(JsonNode type) {
    return text(type, "valueCoding", "code").equals("UPRN");
  }

  private static String practice(JsonNode patient) {
    JsonNode practice = first(patient, "generalPractitioner");
    String code = Organisations.code(practice);
    String words = (text(practice, "display") + " " + code).strip();
    return words.isEmpty() ? "" : "GP practice: " + words;
  }

  /** The current one that comes first in the order of uses. */
  private static JsonNode preferred(JsonNode patient, String name) {
    return items(patient, name)
        .filter(one -> text(one, "period", "end").isEmpty() || items(patient, name).count() == 1)
        .min(Comparator.comparingInt(one -> rank(text(one, "use"))))
        .or(() -> items(patient, name).findFirst())
        .orElse(MissingNode.getInstance());
  }

  private static int rank(String use) {
    int place = USES.indexOf(use);
    return place < 0 ? USES.size() : place;
  }
}
