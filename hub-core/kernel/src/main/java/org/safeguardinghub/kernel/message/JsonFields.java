package org.safeguardinghub.kernel.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the fields of one JSON object. A key that nobody asked for is a fault; it is pointed at by
 * its number, since a sender's own key may itself be somebody's name.
 */
final class JsonFields {
  private final ObjectNode object;
  private final String pointer;
  private final Faults faults;
  private final Set<String> taken = new LinkedHashSet<>();

  JsonFields(ObjectNode object, String pointer, Faults faults) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
  }

  String pointer() {
    return pointer;
  }

  void fault(String name, String reasonCode, String explanation) {
    faults.add(reasonCode, explanation, name.isEmpty() ? pointer : pointer + "/" + name);
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** The value of a key; a null counts as absent. */
  Optional<JsonNode> node(String name) {
    taken.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /** A text of 1 to {@code max} characters. */
  Optional<String> text(String name, int max) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    String text = node.get().isTextual() ? node.get().textValue().strip() : "";
    if (text.isEmpty() || text.length() > max || control(text)) {
      fault(name, "WRONG_TYPE", "'" + name + "' must be a text of 1 to " + max + " characters");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** A text of a certain form. */
  Optional<String> code(String name, Pattern form, String expectation) {
    Optional<String> text = text(name, 200);
    if (text.isPresent() && !form.matcher(text.get()).matches()) {
      fault(name, "WRONG_FORM", "'" + name + "' must be " + expectation);
      return Optional.empty();
    }
    return text;
  }

  OptionalInt whole(String name, int min, int max) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    if (node.get().isInt() && node.get().intValue() >= min && node.get().intValue() <= max) {
      return OptionalInt.of(node.get().intValue());
    }
    fault(name, "WRONG_TYPE", "'" + name + "' must be a whole number from " + min + " to " + max);
    return OptionalInt.empty();
  }

  Optional<Boolean> flag(String name) {
    Optional<JsonNode> node = node(name);
    if (node.isPresent() && !node.get().isBoolean()) {
      fault(name, "WRONG_TYPE", "'" + name + "' must be true or false");
      return Optional.empty();
    }
    return node.map(JsonNode::booleanValue);
  }

  /** A constant, whatever its case and whether it is written with spaces, dashes or underscores. */
  <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
    Optional<String> text = text(name, 40);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String wanted = text.get().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(wanted)) {
        return Optional.of(constant);
      }
    }
    String known =
        String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    fault(name, "NOT_IN_CODE_LIST", "'" + name + "' must be one of " + known);
    return Optional.empty();
  }

  Optional<JsonFields> object(String name) {
    Optional<JsonNode> node = node(name);
    if (node.isPresent() && !(node.get() instanceof ObjectNode)) {
      fault(name, "WRONG_TYPE", "'" + name + "' must be an object");
      return Optional.empty();
    }
    return node.map(value -> new JsonFields((ObjectNode) value, pointer + "/" + name, faults));
  }

  /** The items of a list; empty where absent. */
  List<JsonNode> items(String name, int max) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!node.get().isArray() || node.get().size() > max) {
      fault(name, "WRONG_TYPE", "'" + name + "' must be a list of at most " + max);
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    node.get().forEach(items::add);
    return items;
  }

  /** The items of a list that must all be objects. */
  List<JsonFields> objects(String name, int max) {
    List<JsonFields> objects = new ArrayList<>();
    List<JsonNode> items = items(name, max);
    for (int i = 0; i < items.size(); i++) {
      String at = name + "/" + i;
      if (items.get(i) instanceof ObjectNode item) {
        objects.add(new JsonFields(item, pointer + "/" + at, faults));
      } else {
        fault(at, "WRONG_TYPE", "each item of '" + name + "' must be an object");
      }
    }
    return objects;
  }

  ObjectNode raw() {
    return object;
  }

  /** Notes the first key that nobody asked for. */
  void close() {
    int number = 0;
    for (String name : (Iterable<String>) object::fieldNames) {
      number++;
      if (!taken.contains(name)) {
        faults.add(
            "UNKNOWN_FIELD",
            "key number "
                + number
                + " of this object is not known; known are: "
                + String.join(", ", taken),
            pointer);
        return;
      }
    }
  }

  /** Control characters are one code unit each. */
  private static boolean control(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        return true;
      }
    }
    return false;
  }
}
