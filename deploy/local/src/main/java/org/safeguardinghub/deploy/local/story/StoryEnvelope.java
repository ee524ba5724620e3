package org.safeguardinghub.deploy.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.safeguardinghub.deploy.local.story.Story.Event;

/**
 * Turns a story's event into the body that an agency's system would post. Where identity follows
 * the story, beside the claims goes one stable source reference per true person, so that nothing
 * has to be matched; an event that must go to a person gets none. Where the hub is to find out who
 * is who, only the claims go in.
 */
final class StoryEnvelope {
  /** Honoured by a hub with a story clock only. */
  private static final String SYSTEM = "STORY";

  private static final String GATEWAY = "CA2004-S16LA";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Story story;
  private final Identity identity;

  /** With the story's own references. */
  StoryEnvelope(Story story) {
    this(story, Identity.STORY);
  }

  StoryEnvelope(Story story, Identity identity) {
    this.story = story;
    this.identity = identity;
  }

  /** The sender's id of an event, the same however often the story is played. */
  String eventId(int number) {
    return UUID.nameUUIDFromBytes((story.id() + '#' + number).getBytes(UTF_8)).toString();
  }

  String body(Event event) {
    ObjectNode body = JSON.createObjectNode();
    body.put("eventId", eventId(event.number()));
    body.put("type", event.type());
    body.put("occurredAt", event.occurredAt().toString());
    if (event.level() > 0) {
      body.putObject("level").put("proposed", event.level());
    }
    body.putObject("handling").put("class", event.handling());
    body.put("countable", event.countable() && !event.flag("sealed"));
    body.put("legalGateway", GATEWAY);
    if (!event.narrative().isEmpty()) {
      body.put("narrative", event.narrative());
    }
    event.text("assertion").ifPresent(_ -> body.put("assertion", event.assertion().name()));
    references(event, body);
    if (!event.attributes().isEmpty() || event.optional().containsKey("regrade")) {
      ObjectNode attributes = body.putObject("attributes");
      event.attributes().forEach(attributes::set);
      if (event.optional().containsKey("regrade")) {
        JsonNode regrade = event.optional().get("regrade");
        attributes.put(
            "regrade", regrade.path("type").asText() + '/' + regrade.path("level").asText());
      }
    }
    subjects(event, body.putArray("subjects"));
    return body.toString();
  }

  private void references(Event event, ObjectNode body) {
    if (identity == Identity.STORY) {
      event.text("hh").ifPresent(household -> body.put("householdRef", named(household)));
      event.text("place").ifPresent(place -> body.put("placeRef", named(place)));
      event.text("setting").ifPresent(setting -> body.put("settingRef", named(setting)));
      event.text("adult").ifPresent(adult -> body.put("adultRef", named(adult)));
    }
    event.text("inc").ifPresent(incident -> body.put("incidentRef", named(incident)));
    if (event.flag("derived")) {
      body.put("derivedFrom", "reported");
    }
    if (event.optional().containsKey("supersedes")) {
      body.put("supersedes", eventId(event.optional().get("supersedes").asInt()));
    }
  }

  private void subjects(Event event, ArrayNode subjects) {
    for (int i = 0; i < event.subjects().size(); i++) {
      ObjectNode subject = subjects.addObject();
      subject.put(
          "role",
          event
              .text("role")
              .orElse(event.flag("unborn") ? "unborn" : "harmed")
              .toUpperCase(java.util.Locale.ROOT));
      ObjectNode claims =
          event.claims().get(i).isObject()
              ? event.claims().get(i).deepCopy()
              : JSON.createObjectNode();
      String name = event.subjects().get(i);
      boolean told = identity == Identity.STORY && !event.flag("review");
      if (told && !name.equals(Story.NOBODY)) {
        subject.put("personRef", named(name));
        claims
            .withArrayProperty("sourceRefs")
            .addObject()
            .put("system", SYSTEM)
            .put("id", named(name));
      }
      subject.set("claims", claims);
    }
  }

  /** References of different stories never meet. */
  static String named(Story story, String name) {
    return story.id() + '/' + name;
  }

  private String named(String name) {
    return named(story, name);
  }
}
