package org.safeguardinghub.connectors.health.fhir;

import static org.safeguardinghub.connectors.health.fhir.Tree.either;
import static org.safeguardinghub.connectors.health.fhir.Tree.first;
import static org.safeguardinghub.connectors.health.fhir.Tree.items;
import static org.safeguardinghub.connectors.health.fhir.Tree.text;
import static org.safeguardinghub.connectors.health.fhir.Tree.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.health.event.When;
import org.safeguardinghub.connectors.health.event.Who;

/**
 * All that came in at once: one resource, or a bundle whose entries refer to each other.
 *
 * @param root the resource or bundle
 * @param entries the entries of the bundle; none for a resource
 * @param resources the resources by every name that a reference may call them
 */
record Letter(JsonNode root, List<JsonNode> entries, Map<String, JsonNode> resources) {
  static Letter of(JsonNode root) {
    List<JsonNode> entries =
        type(root).equals("Bundle") ? items(root, "entry").toList() : List.of();
    Map<String, JsonNode> resources = new HashMap<>();
    name(resources, "", root);
    for (JsonNode entry : entries) {
      name(resources, text(entry, "fullUrl"), first(entry, "resource"));
    }
    return new Letter(root, entries, resources);
  }

  private static void name(Map<String, JsonNode> names, String address, JsonNode resource) {
    if (resource.isMissingNode()) {
      return;
    }
    String id = text(resource, "id");
    Stream.of(address, type(resource) + "/" + id, "urn:uuid:" + id)
        .filter(name -> !name.isEmpty() && !name.endsWith("/") && !name.endsWith(":"))
        .forEach(name -> names.putIfAbsent(name, resource));
  }

  /** What a reference means, if it came along; contained resources are of their own resource. */
  Optional<JsonNode> find(JsonNode resource, JsonNode reference) {
    String target = text(reference, "reference");
    if (target.startsWith("#")) {
      return items(resource, "contained")
          .filter(one -> ("#" + text(one, "id")).equals(target))
          .findFirst();
    }
    String plain = target.replaceFirst("/_history/.*$", "");
    return Optional.ofNullable(resources.get(plain));
  }

  /** Whom a resource is about. */
  Who patientOf(JsonNode resource) {
    JsonNode reference =
        Stream.concat(
                Stream.of("subject", "patient", "for", "beneficiary")
                    .map(name -> first(resource, name)),
                items(resource, "participant").map(one -> first(one, "actor")))
            .filter(one -> meansPatient(resource, one))
            .findFirst()
            .orElse(MissingNode.getInstance());
    return who(resource, reference);
  }

  Who who(JsonNode resource, JsonNode reference) {
    return find(resource, reference)
        .filter(found -> type(found).equals("Patient"))
        .map(Patients::of)
        .orElseGet(() -> Patients.ofReference(reference));
  }

  private boolean meansPatient(JsonNode resource, JsonNode reference) {
    if (reference.isMissingNode()) {
      return false;
    }
    String target = text(reference, "reference");
    return find(resource, reference).map(found -> type(found).equals("Patient")).orElse(false)
        || target.contains("Patient/")
        || text(reference, "type").equals("Patient")
        || (target.isEmpty() && !Patients.ofReference(reference).nhsNumber().isEmpty());
  }

  /** When it was sent, for a resource that names no time of its own. */
  Optional<When> sent(JsonNode resource) {
    return When.of(
        either(
            text(resource, "meta", "lastUpdated"),
            text(root, "timestamp"),
            header().map(one -> text(one, "timestamp")).orElse("")));
  }

  Optional<JsonNode> header() {
    return entries.stream()
        .map(entry -> first(entry, "resource"))
        .filter(one -> type(one).equals("MessageHeader"))
        .findFirst();
  }

  @Override
  public String toString() {
    return "Letter[" + entries.size() + "]";
  }
}
