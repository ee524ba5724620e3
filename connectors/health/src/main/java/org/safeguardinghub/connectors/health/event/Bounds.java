package org.safeguardinghub.connectors.health.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts claims to what the intake takes. A name or an address that some system filled with half a
 * letter must not keep a concern out.
 */
final class Bounds {
  private static final int LONGEST = 200;
  private static final Map<String, Integer> OTHERS =
      Map.of("nhsNumber", 60, "upn", 60, "phone", 60, "sex", 60, "note", 2000);

  private Bounds() {}

  static void apply(JsonNode node) {
    node.forEach(Bounds::apply);
    if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
      fields.forEach(field -> cut(object, field.getKey(), field.getValue().asText("")));
    }
  }

  private static void cut(ObjectNode object, String name, String text) {
    int longest = OTHERS.getOrDefault(name, LONGEST);
    if (text.length() > longest) {
      object.put(name, text.substring(0, longest).strip());
    }
  }
}
