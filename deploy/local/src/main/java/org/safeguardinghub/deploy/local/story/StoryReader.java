package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.yaml.Fault;

/** Reads story files. All faults of a file are told at once, each with its place and a way out. */
final class StoryReader {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
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
    } catch (CharacterCodingException e) {
      throw new StoryFault(file + ": is not text in UTF-8. Save it as UTF-8.");
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
      return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new StoryFault(resource + ": cannot be read");
    }
  }

  static Story parse(String file, String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new StoryFault(
          "%s, line %d: not JSON: %s"
              .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()));
    }
    List<Fault> faults = StoryShape.faults(file, text, CATALOGUE);
    if (!faults.isEmpty()) {
      throw new StoryFault(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    }
    Story story = StoryValues.story(root);
    List<String> loose = StoryReferences.faults(story);
    if (!loose.isEmpty()) {
      throw new StoryFault(
          loose.stream().map(fault -> file + ", " + fault).collect(Collectors.joining("\n")));
    }
    return story;
  }
}
