package org.safeguardinghub.console.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was claimed, by the names under which fields are compared. For a page, and kept nowhere. */
public final class ClaimFields {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Names of fields with where they stand in claims. */
  private static final Map<String, List<String>> PLACES = places();

  private final Map<String, Set<String>> values = new LinkedHashMap<>();

  private ClaimFields() {}

  private static Map<String, List<String>> places() {
    Map<String, List<String>> places = new LinkedHashMap<>();
    places.put("givenNames", List.of("/givenNames", "/fullName"));
    places.put("familyName", List.of("/familyName", "/unborn/familyName"));
    places.put("alias", List.of("/alias"));
    places.put("dateOfBirth", List.of("/dateOfBirth", "/dateOfBirthText"));
    places.put("sex", List.of("/sex"));
    places.put("nhsNumber", List.of("/nhsNumber"));
    places.put("upn", List.of("/upn"));
    places.put("address", List.of("/address/line"));
    places.put("postcode", List.of("/address/postcode"));
    places.put("school", List.of("/school"));
    places.put("mother", List.of("/mother/name"));
    places.put("phone", List.of("/phone"));
    return places;
  }

  /** All that several records claim of one person; what is no JSON claims nothing. */
  public static ClaimFields of(List<String> claims) {
    ClaimFields fields = new ClaimFields();
    for (String each : claims) {
      try {
        fields.read(JSON.readTree(each));
      } catch (JsonProcessingException e) {
        // It claims nothing; the exception's message would quote what it says.
      }
    }
    return fields;
  }

  /** Names of the fields that can be shown, in their order. */
  public static Set<String> names() {
    return PLACES.keySet();
  }

  /** What was said of a field, each thing once; blank where nothing was. */
  public String text(String field) {
    return String.join("; ", values.getOrDefault(field, Set.of()));
  }

  private void read(JsonNode json) {
    PLACES.forEach(
        (field, places) -> {
          for (String place : places) {
            String text = json.at(place).asText("").strip();
            if (!text.isEmpty()) {
              values.computeIfAbsent(field, _ -> new LinkedHashSet<>()).add(text);
            }
          }
        });
  }
}
