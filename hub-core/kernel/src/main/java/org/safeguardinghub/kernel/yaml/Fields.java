package org.safeguardinghub.kernel.yaml;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Takes the fields of one map, noting each fault and going on with a stand-in value. {@link #close}
 * notes the keys that nobody asked for. What was read is only to be used where {@link Faults#none}
 * holds at the end.
 */
public final class Fields {
  private final YamlNode.Mapping mapping;
  private final Faults faults;
  private final Set<String> taken = new HashSet<>();

  private Fields(YamlNode.Mapping mapping, Faults faults) {
    this.mapping = mapping;
    this.faults = faults;
  }

  /** The fields of a node that must be a map. */
  public static Fields of(YamlNode node, Faults faults) {
    if (node instanceof YamlNode.Mapping mapping) {
      return new Fields(mapping, faults);
    }
    faults.add(node, "a map of keys and values is expected here");
    // Every key of a non-map counts as taken: one fault is enough for it.
    return new Fields(new YamlNode.Mapping(node.line(), Map.of()), new Faults(""));
  }

  /** The line on which this map starts. */
  public int line() {
    return mapping.line();
  }

  /** The line of a key, or of the map where the key is absent. */
  public int line(String key) {
    YamlNode.Entry entry = mapping.entries().get(key);
    return entry == null ? mapping.line() : entry.line();
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /** A text that must be there and not be blank. */
  public String text(String key) {
    return required(key).flatMap(node -> scalar(key, node)).orElse("");
  }

  /** A text that may be absent, but not blank. */
  public Optional<String> optionalText(String key) {
    return node(key).flatMap(node -> scalar(key, node));
  }

  /** A whole number within bounds that must be there. */
  public int whole(String key, int min, int max) {
    return required(key).isEmpty() ? min : optionalWhole(key, min, max).orElse(min);
  }

  /** A whole number within bounds that may be absent. */
  public OptionalInt optionalWhole(String key, int min, int max) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (text.get().matches("-?[0-9]{1,9}")) {
      int value = Integer.parseInt(text.get());
      if (value >= min && value <= max) {
        return OptionalInt.of(value);
      }
    }
    faults.add(line(key), "'" + key + "' must be a whole number from " + min + " to " + max);
    return OptionalInt.empty();
  }

  /** A yes-or-no that is false where absent. */
  public boolean flag(String key) {
    Optional<String> text = optionalText(key);
    if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
      faults.add(line(key), "'" + key + "' must be true or false");
    }
    return text.isPresent() && text.get().equals("true");
  }

  /** A date that must be there. */
  public LocalDate date(String key) {
    String text = text(key);
    try {
      return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      faults.add(line(key), "'" + key + "' must be a date such as 2026-03-01");
      return LocalDate.EPOCH;
    }
  }

  /** A constant of an enum that must be there. */
  public <E extends Enum<E>> E constant(String key, Class<E> type) {
    E[] constants = type.getEnumConstants();
    String text = text(key);
    for (E constant : constants) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    if (!text.isEmpty()) {
      faults.add(line(key), "'" + key + "' must be one of " + Arrays.toString(constants));
    }
    return constants[0];
  }

  /** A list of different texts; empty where absent. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items(key)) {
      scalar(key, item)
          .ifPresent(
              text -> {
                if (texts.contains(text)) {
                  faults.add(item, "'" + text + "' is listed twice in '" + key + "'");
                }
                texts.add(text);
              });
    }
    return List.copyOf(texts);
  }

  /** The items of a list; empty where absent. */
  public List<YamlNode> items(String key) {
    Optional<YamlNode> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    faults.add(line(key), "'" + key + "' must be a list");
    return List.of();
  }

  /** The items of a list that must be there and have at least one item. */
  public List<YamlNode> requiredItems(String key) {
    List<YamlNode> items = items(key);
    if (required(key).isPresent()
        && items.isEmpty()
        && node(key).orElseThrow() instanceof YamlNode.Sequence) {
      faults.add(line(key), "'" + key + "' must not be empty");
    }
    return items;
  }

  /** The node of a key, for a reader of its own. */
  public Optional<YamlNode> node(String key) {
    taken.add(key);
    return Optional.ofNullable(mapping.entries().get(key)).map(YamlNode.Entry::value);
  }

  /** Notes every key that was not asked for. */
  public void close() {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!taken.contains(key)) {
                faults.add(entry.line(), "unknown key '" + key + "'");
              }
            });
  }

  private Optional<YamlNode> required(String key) {
    Optional<YamlNode> node = node(key);
    if (node.isEmpty()) {
      faults.add(mapping.line(), "'" + key + "' is missing");
    }
    return node;
  }

  private Optional<String> scalar(String key, YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar.text());
    }
    faults.add(node, "'" + key + "' must be a text that is not empty");
    return Optional.empty();
  }
}
