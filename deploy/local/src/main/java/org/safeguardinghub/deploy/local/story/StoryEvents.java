package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.apps.Feed;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Publisher;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** A story's messages as the evaluator would see them: attributed, with the story's own names. */
final class StoryEvents {
  private final Story story;
  private final EventCatalogue catalogue;

  StoryEvents(Story story, EventCatalogue catalogue) {
    this.story = story;
    this.catalogue = catalogue;
  }

  /** The stricter of the sender's choice and the type's default. */
  HandlingClass handling(Story.Event event) {
    return HandlingClass.valueOf(event.handling()).strictest(type(event).handling());
  }

  private EventType type(Story.Event event) {
    return catalogue
        .find(event.type())
        .orElseThrow(() -> new StoryFault("no such event type: " + event.type()));
  }

  /** A message about one of its subjects, in a household or in none. */
  AttributedEvent event(
      Story.Event event, int index, Optional<String> household, Set<String> children) {
    EventType type = type(event);
    String id = eventId(event);
    return new AttributedEvent(
        id,
        "r-" + id,
        index,
        feed(event),
        new Publisher(feed(event), type.family()),
        event.type(),
        role(event),
        new AttributedEvent.Whose(event.subjects().get(index), true, children, false),
        places(event, household),
        event.occurredAt(),
        event.receivedAt(),
        links(event),
        event.level() > 0 ? event.level() : type.defaultLevel(),
        event.assertion(),
        handling(event),
        event.countable() && !event.flag("sealed"),
        attributes(event),
        born(event, index));
  }

  /** The same event for another member of the household. */
  static AttributedEvent context(AttributedEvent event) {
    AttributedEvent.Whose whose = event.whose();
    return event.of(new AttributedEvent.Whose(whose.personRef(), true, whose.children(), true));
  }

  /** What the claims say of the date of birth, or of the expected date. */
  List<TimelineEntry> births(Story.Event event, int index, String name, boolean unborn) {
    List<TimelineEntry> facts = new ArrayList<>();
    Sensitive<LocalDate> born = born(event, index);
    Instant at = event.receivedAt();
    if (born != null) {
      facts.add(new TimelineEntry.DateOfBirth(name, born, at));
    }
    JsonNode expected = event.claims().get(index).path("unborn").path("expectedDate");
    if (unborn && expected.isTextual()) {
      facts.add(new TimelineEntry.ExpectedDate(name, LocalDate.parse(expected.asText()), at));
    }
    return facts;
  }

  private static @Nullable Sensitive<LocalDate> born(Story.Event event, int index) {
    JsonNode claims = event.claims().get(index);
    return claims.path("dateOfBirth").isTextual() && !claims.path("allegedFalse").asBoolean()
        ? Sensitive.of(LocalDate.parse(claims.path("dateOfBirth").asText()))
        : null;
  }

  /** The sender's id of the message. */
  String eventId(Story.Event event) {
    int number =
        event
            .node("sameAs")
            .filter(_ -> event.flag("dup"))
            .map(JsonNode::asInt)
            .orElse(event.number());
    return new StoryEnvelope(story).eventId(number);
  }

  /** The feed that sends it. */
  String feed(Story.Event event) {
    String family = type(event).family().name();
    return Feed.FABLEWICK.stream()
        .filter(feed -> feed.family().equals(family))
        .map(Feed::name)
        .sorted()
        .findFirst()
        .orElse(family.toLowerCase(Locale.ROOT));
  }

  private static SubjectRole role(Story.Event event) {
    return SubjectRole.valueOf(
        event
            .text("role")
            .orElse(event.flag("unborn") ? "unborn" : "harmed")
            .toUpperCase(Locale.ROOT));
  }

  private static AttributedEvent.Places places(Story.Event event, Optional<String> household) {
    return new AttributedEvent.Places(
        household.orElse(null),
        event.text("place").orElse(null),
        event.text("setting").orElse(null),
        event.text("adult").orElse(null));
  }

  private AttributedEvent.Links links(Story.Event event) {
    Optional<JsonNode> supersedes = event.node("supersedes");
    return new AttributedEvent.Links(
        event.text("inc").orElse(null),
        event.flag("derived") ? "reported" : null,
        supersedes.map(number -> new StoryEnvelope(story).eventId(number.asInt())).orElse(null));
  }

  /** What it says, by the names of the catalogue. */
  static Map<String, Object> attributes(Story.Event event) {
    Map<String, Object> attributes = new HashMap<>();
    event.attributes().forEach((name, node) -> attributes.put(name, value(node)));
    event
        .node("regrade")
        .ifPresent(
            regrade ->
                attributes.put(
                    "regrade",
                    regrade.path("type").asText() + '/' + regrade.path("level").asText()));
    return attributes;
  }

  private static Object value(JsonNode node) {
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isInt()) {
      return node.asInt();
    }
    if (node.isArray()) {
      List<String> all = new ArrayList<>();
      node.forEach(one -> all.add(one.asText()));
      return all;
    }
    return node.asText();
  }
}
