package org.safeguardinghub.connectors.health.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds things in a resource. The versions of FHIR write some of them once and some as a list; here
 * a single one is a list of one, and what is absent is empty.
 */
final class Tree {
  static final String SNOMED = "snomed.info/sct";
  private static final int LONGEST = 500;

  private Tree() {}

  /** One code of a code system. */
  record Coding(String system, String code, String display) {
    boolean snomed() {
      return system.endsWith(SNOMED);
    }
  }

  static Stream<JsonNode> items(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
        : Stream.of(value).filter(one -> !one.isMissingNode() && !one.isNull());
  }

  static JsonNode first(JsonNode node, String name) {
    return items(node, name).findFirst().orElse(MissingNode.getInstance());
  }

  /** The text at the end of the path, or empty. */
  static String text(JsonNode node, String... path) {
    JsonNode at = node;
    for (String name : path) {
      at = first(at, name);
    }
    String text = at.isValueNode() ? at.asText("").strip() : "";
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** The first that says anything. */
  static String either(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }

  static String type(JsonNode resource) {
    return text(resource, "resourceType");
  }

  /** The codings of a concept, a bare coding or a list of either. */
  static List<Coding> codings(JsonNode resource, String name) {
    return items(resource, name)
        .flatMap(one -> one.has("coding") ? items(one, "coding") : Stream.of(one))
        .map(one -> new Coding(text(one, "system"), text(one, "code"), text(one, "display")))
        .filter(coding -> !coding.code().isEmpty())
        .toList();
  }

  /** The words of a concept. */
  static String words(JsonNode resource, String name) {
    JsonNode concept = first(resource, name);
    return either(text(concept, "text"), text(concept, "coding", "display"));
  }

  /** The extension of this name; the address before it differs between versions. */
  static Optional<JsonNode> extension(JsonNode node, String name) {
    return items(node, "extension")
        .filter(
            one -> {
              String url = text(one, "url");
              return url.equals(name) || url.endsWith("/" + name) || url.endsWith("-" + name);
            })
        .findFirst();
  }
}
