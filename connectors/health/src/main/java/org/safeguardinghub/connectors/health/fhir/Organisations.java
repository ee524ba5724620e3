package org.safeguardinghub.connectors.health.fhir;

import static org.safeguardinghub.connectors.health.fhir.Tree.either;
import static org.safeguardinghub.connectors.health.fhir.Tree.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Organisations have a code of 3 to 8 characters. */
final class Organisations {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3,8}");

  private Organisations() {}

  /** The code in a reference to an organisation, or empty. */
  static String code(JsonNode reference) {
    String target = text(reference, "reference");
    String last = target.substring(target.lastIndexOf('/') + 1);
    return either(text(reference, "identifier", "value"), CODE.matcher(last).matches() ? last : "");
  }
}
