package org.safeguardinghub.connectors.education;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** A reviewed table from a school's own word or code to an event type, or to nothing. */
final class MappingTable {
  private final Map<String, Optional<String>> events;

  private MappingTable(Map<String, Optional<String>> events) {
    this.events = Map.copyOf(events);
  }

  static MappingTable attendanceCodes() {
    return load("attendance-codes.yaml", "codes", "code", true);
  }

  static MappingTable categories() {
    return load("concern-categories.yaml", "categories", "category", false);
  }

  boolean knows(String word) {
    return events.containsKey(plain(word));
  }

  /** The event type of a known word; empty where nothing is to be sent. */
  Optional<String> event(String word) {
    return events.getOrDefault(plain(word), Optional.empty());
  }

  private static MappingTable load(String file, String list, String key, boolean meanings) {
    Faults faults = new Faults(file);
    Map<String, Optional<String>> events = new HashMap<>();
    Optional<YamlNode.Mapping> root = YamlDocument.parse(resource(file), faults);
    if (root.isPresent()) {
      Fields fields = Fields.of(root.get(), faults);
      fields.text("id");
      fields.whole("version", 1, 1_000_000);
      for (YamlNode node : fields.requiredItems(list)) {
        Fields row = Fields.of(node, faults);
        String word = row.text(key);
        if (meanings) {
          row.text("meaning");
        }
        if (events.put(plain(word), row.optionalText("event")) != null) {
          faults.add(row.line(key), "given twice");
        }
        row.close();
      }
      fields.close();
    }
    if (!faults.none()) {
      throw new IllegalStateException(
          "a mapping table is faulty:\n"
              + String.join("\n", faults.inOrder().stream().map(Fault::toString).toList()));
    }
    return new MappingTable(events);
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
  }

  private static String resource(String name) {
    try (InputStream in = MappingTable.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
