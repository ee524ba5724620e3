package org.safeguardinghub.connectors.health.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.safeguardinghub.connectors.health.fhir.Tree.first;
import static org.safeguardinghub.connectors.health.fhir.Tree.text;
import static org.safeguardinghub.connectors.health.fhir.Tree.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The source's own ids of its records. They never hold a patient's number. */
final class RecordIds {
  private static final int LONGEST = 120;
  private static final int HASH = 16;

  private RecordIds() {}

  /** Of a resource: its business identifier, else its id, else what it says. */
  static String of(JsonNode resource) {
    JsonNode identifier = first(resource, "identifier");
    String value = text(identifier, "value");
    if (!value.isEmpty()) {
      return shortened(type(resource) + "/" + text(identifier, "system") + "|" + value);
    }
    String id = text(resource, "id");
    return id.isEmpty()
        ? type(resource) + "/" + hash(resource.toString())
        : shortened(type(resource) + "/" + id);
  }

  /** Of an id that may be an address. */
  static String named(String kind, String id) {
    return shortened(kind + "/" + id.replaceFirst("^urn:uuid:", ""));
  }

  /** A short hash, for what must not be read. */
  static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shortened(String id) {
    return id.length() > LONGEST ? id.substring(0, LONGEST - 2 * HASH) + hash(id) : id;
  }
}
