package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.story.Story.Event;
import org.safeguardinghub.deploy.local.story.Story.Expected;
import org.safeguardinghub.deploy.local.story.Story.Notice;

/** Reads story files; a fault names the file, the place in it and what is wrong. */
final class StoryReader {
  private static final ObjectMapper JSON = new ObjectMapper();
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
  private static final List<String> SHIPPED =
      List.of(
          "harbour-infant", "orchard-sisters", "lantern-runaway", "echo-storm", "two-namesakes");

  private StoryReader() {}

  /** The stories that come with the project, in the order in which they are told. */
  static List<Story> shipped() {
    return SHIPPED.stream().map(StoryReader::shipped).toList();
  }

  static Story read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new StoryFault(file + ": cannot be read. Give the path of a story file (JSON).");
    }
  }

  private static Story shipped(String name) {
    String resource = "stories/" + name + ".json";
    try (InputStream in = StoryReader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new StoryFault(resource + " is missing from the build");
      }
      return parse(
          resource, new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new StoryFault(resource + ": cannot be read");
    }
  }

  static Story parse(String file, String text) {
    try {
      JsonNode root = JSON.readTree(text);
      List<Event> events = new ArrayList<>();
      for (JsonNode node : required(root, "events", file)) {
        events.add(event(node, file + ", event " + node.path("n").asText("without n")));
      }
      return new Story(
          required(root, "id", file).asText(),
          required(root, "title", file).asText(),
          instant(root, "until", file),
          List.copyOf(events),
          each(root.path("mustRaise"), node -> expected(node, file + ", mustRaise")),
          each(root.path("mayRaise"), node -> expected(node, file + ", mayRaise")),
          each(root.path("strengthened"), node -> expected(node, file + ", strengthened")),
          each(root.path("notices"), node -> notice(node, file + ", notices")),
          each(root.path("mustNot"), JsonNode::asText));
    } catch (JsonProcessingException e) {
      throw new StoryFault(
          "%s, line %d: not JSON: %s"
              .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()));
    }
  }

  private static Event event(JsonNode node, String where) {
    List<String> subjects = new ArrayList<>();
    JsonNode subject = required(node, "subject", where);
    if (subject.isArray()) {
      subject.forEach(one -> subjects.add(one.asText()));
    } else {
      subjects.add(subject.asText());
    }
    List<JsonNode> claims = new ArrayList<>();
    JsonNode said = node.path("claims");
    if (said.isArray()) {
      said.forEach(claims::add);
    } else {
      claims.add(said);
    }
    if (claims.size() != subjects.size()) {
      throw new StoryFault(where + ": there must be one object of claims per subject");
    }
    Map<String, JsonNode> optional = new LinkedHashMap<>();
    node.properties().stream()
        .filter(entry -> !FIXED.contains(entry.getKey()))
        .forEach(entry -> optional.put(entry.getKey(), entry.getValue()));
    Map<String, JsonNode> attributes = new LinkedHashMap<>();
    node.path("attributes")
        .properties()
        .forEach(entry -> attributes.put(entry.getKey(), entry.getValue()));
    return new Event(
        required(node, "n", where).asInt(),
        instant(node, "occurredAt", where),
        instant(node, "receivedAt", where),
        required(node, "type", where).asText(),
        node.path("level").asInt(0),
        node.path("handling").asText("H1"),
        node.path("countable").asBoolean(true),
        List.copyOf(subjects),
        List.copyOf(claims),
        attributes,
        node.path("gist").asText(""),
        optional);
  }

  private static Expected expected(JsonNode node, String where) {
    return new Expected(
        required(node, "pattern", where).asText(),
        node.path("stage").asText(""),
        required(node, "subject", where).asText(),
        date(node, where),
        node.path("severity").asText(""),
        node.path("how").asText(""));
  }

  private static Notice notice(JsonNode node, String where) {
    return new Notice(
        required(node, "pattern", where).asText(),
        required(node, "subject", where).asText(),
        date(node, where),
        node.path("to").asText(""));
  }

  private static <T> List<T> each(JsonNode array, Function<JsonNode, T> mapping) {
    List<T> all = new ArrayList<>();
    array.forEach(node -> all.add(mapping.apply(node)));
    return List.copyOf(all);
  }

  private static JsonNode required(JsonNode node, String key, String where) {
    @Nullable JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      throw new StoryFault(where + ": the key \"" + key + "\" is missing");
    }
    return value;
  }

  private static Instant instant(JsonNode node, String key, String where) {
    try {
      return LocalDateTime.parse(required(node, key, where).asText())
          .atZone(Story.LONDON)
          .toInstant();
    } catch (DateTimeException e) {
      throw new StoryFault(
          where + ": \"" + key + "\" is not a local date and time like 2026-03-20T22:40:00");
    }
  }

  private static LocalDate date(JsonNode node, String where) {
    try {
      return LocalDate.parse(required(node, "date", where).asText());
    } catch (DateTimeException e) {
      throw new StoryFault(where + ": \"date\" is not a date like 2026-03-20");
    }
  }
}
