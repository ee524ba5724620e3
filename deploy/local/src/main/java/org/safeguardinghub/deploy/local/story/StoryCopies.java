package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.safeguardinghub.deploy.local.story.Story.Event;

/**
 * The same stories about other invented people, so that one hub has more to do: other surnames and
 * dates of birth, no national identifiers. What must follow stays the same.
 */
public final class StoryCopies {
  private static final List<String> ENDINGS =
      List.of(
          "", "wick", "thorpe", "combe", "holme", "ley", "stead", "worth", "beck", "ford", "den",
          "mere");

  private StoryCopies() {}

  /** The stories, and so many copies of each. */
  public static List<Story> of(List<Story> stories, int copies) {
    List<Story> all = new ArrayList<>(stories);
    for (int copy = 1; copy <= copies; copy++) {
      for (Story story : stories) {
        all.add(copy(story, copy));
      }
    }
    return List.copyOf(all);
  }

  private static Story copy(Story story, int copy) {
    return new Story(
        story.id() + '-' + copy,
        story.title(),
        story.until(),
        story.events().stream().map(event -> copy(event, copy)).toList(),
        story.mustRaise(),
        story.mayRaise(),
        story.strengthened(),
        story.notices(),
        story.mustNot());
  }

  private static Event copy(Event event, int copy) {
    return new Event(
        event.number(),
        event.occurredAt(),
        event.receivedAt(),
        event.type(),
        event.level(),
        event.handling(),
        event.countable(),
        event.subjects(),
        event.claims().stream().map(claims -> copy(claims, copy)).toList(),
        event.attributes(),
        event.narrative(),
        event.optional());
  }

  private static JsonNode copy(JsonNode claims, int copy) {
    if (!claims.isObject()) {
      return claims;
    }
    ObjectNode other = claims.deepCopy();
    other.remove(List.of("nhsNumber", "upn", "sourceRefs"));
    if (other.has("familyName")) {
      other.put(
          "familyName", other.get("familyName").asText() + ENDINGS.get(copy % ENDINGS.size()));
    }
    if (other.has("dateOfBirth")) {
      other.put(
          "dateOfBirth",
          LocalDate.parse(other.get("dateOfBirth").asText()).minusDays(copy).toString());
    }
    return other;
  }
}
