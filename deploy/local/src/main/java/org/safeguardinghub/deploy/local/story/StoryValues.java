package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.safeguardinghub.deploy.local.story.MustNot.About;
import org.safeguardinghub.deploy.local.story.Story.Event;
import org.safeguardinghub.deploy.local.story.Story.Expected;
import org.safeguardinghub.deploy.local.story.Story.Notice;
import org.safeguardinghub.schemas.RiskDecisionKind;

/** Takes a story from a document whose shape was checked. */
final class StoryValues {
  private static final Set<String> FIXED =
      Set.of(
          "n",
          "occurredAt",
          "receivedAt",
          "type",
          "level",
          "handling",
          "countable",
          "subject",
          "identifiersAsSent",
          "claims",
          "attributes",
          "gist");

  private StoryValues() {}

  static Story story(JsonNode root) {
    return new Story(
        root.path("id").asText(),
        root.path("title").asText(),
        instant(root, "until"),
        each(root.path("events"), StoryValues::event),
        each(root.path("mustRaise"), StoryValues::expected),
        each(root.path("mayRaise"), StoryValues::expected),
        each(root.path("strengthened"), StoryValues::expected),
        each(root.path("notices"), StoryValues::notice),
        each(root.path("mustNot"), StoryValues::mustNot));
  }

  private static Event event(JsonNode node) {
    List<String> subjects = oneOrMany(node.path("subject"), JsonNode::asText);
    JsonNode said = node.path("claims");
    List<JsonNode> claims =
        said.isMissingNode()
            ? subjects.stream().map(_ -> (JsonNode) JsonNodeFactory.instance.objectNode()).toList()
            : oneOrMany(said, Function.identity());
    Map<String, JsonNode> optional = new LinkedHashMap<>();
    node.properties().stream()
        .filter(entry -> !FIXED.contains(entry.getKey()))
        .forEach(entry -> optional.put(entry.getKey(), entry.getValue()));
    Map<String, JsonNode> attributes = new LinkedHashMap<>();
    node.path("attributes")
        .properties()
        .forEach(entry -> attributes.put(entry.getKey(), entry.getValue()));
    return new Event(
        node.path("n").asInt(),
        instant(node, "occurredAt"),
        instant(node, "receivedAt"),
        node.path("type").asText(),
        node.path("level").asInt(0),
        node.path("handling").asText("H1"),
        node.path("countable").asBoolean(true),
        subjects,
        claims,
        attributes,
        node.path("gist").asText(""),
        optional);
  }

  private static Expected expected(JsonNode node) {
    return new Expected(
        node.path("pattern").asText(),
        node.path("stage").asText(""),
        node.path("subject").asText(),
        LocalDate.parse(node.path("date").asText()),
        node.path("severity").asText(""),
        node.path("how").asText(""));
  }

  private static Notice notice(JsonNode node) {
    return new Notice(
        node.path("pattern").asText(),
        node.path("subject").asText(),
        LocalDate.parse(node.path("date").asText()),
        node.path("to").asText(""));
  }

  private static MustNot mustNot(JsonNode node) {
    if (node.isTextual()) {
      return new MustNot.Sentence(node.asText());
    }
    String text = node.path("text").asText();
    About about =
        new About(
            words(node, "patterns"),
            Optional.ofNullable(node.get("subject")).map(JsonNode::asText),
            day(node, "from"),
            day(node, "to"),
            Set.copyOf(each(node.path("restsOn"), JsonNode::asInt)));
    if (node.has("owner") || node.has("notOwner")) {
      boolean others = node.has("notOwner");
      return new MustNot.NotOwned(text, about, words(node, others ? "notOwner" : "owner"), others);
    }
    return new MustNot.NotTold(
        text,
        about,
        kinds(node),
        day(node, "toldBefore"),
        List.copyOf(words(node, "says")),
        List.copyOf(words(node, "lacks")));
  }

  /** A finding that is raised or strengthened, where the story does not say how it is told. */
  private static Set<RiskDecisionKind> kinds(JsonNode node) {
    if (!node.has("told")) {
      return EnumSet.of(RiskDecisionKind.RAISE, RiskDecisionKind.STRENGTHEN);
    }
    Set<RiskDecisionKind> kinds = EnumSet.noneOf(RiskDecisionKind.class);
    words(node, "told")
        .forEach(word -> kinds.add(RiskDecisionKind.valueOf(word.toUpperCase(Locale.ROOT))));
    return kinds;
  }

  private static Set<String> words(JsonNode node, String key) {
    return new HashSet<>(each(node.path(key), JsonNode::asText));
  }

  private static Optional<LocalDate> day(JsonNode node, String key) {
    return Optional.ofNullable(node.get(key)).map(JsonNode::asText).map(LocalDate::parse);
  }

  private static Instant instant(JsonNode node, String key) {
    return LocalDateTime.parse(node.path(key).asText()).atZone(Story.LONDON).toInstant();
  }

  private static <T> List<T> oneOrMany(JsonNode node, Function<JsonNode, T> mapping) {
    return node.isArray() ? each(node, mapping) : List.of(mapping.apply(node));
  }

  private static <T> List<T> each(JsonNode array, Function<JsonNode, T> mapping) {
    List<T> all = new ArrayList<>();
    array.forEach(node -> all.add(mapping.apply(node)));
    return List.copyOf(all);
  }
}
