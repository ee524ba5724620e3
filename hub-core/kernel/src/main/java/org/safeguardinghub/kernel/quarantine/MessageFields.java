package org.safeguardinghub.kernel.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * A refused message as fields that people read and change: each a JSON pointer and its value. Holds
 * clear content and prints none.
 */
public final class MessageFields {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACE = Pattern.compile("(/[^/\\s]{1,80}){1,12}");

  private final ObjectNode message;

  private MessageFields(ObjectNode message) {
    this.message = message;
  }

  /** One field. */
  public record Field(String pointer, String value) {
    @Override
    public String toString() {
      return "Field[withheld]";
    }
  }

  /** What became of changing fields. */
  public sealed interface Changed {
    /** The whole message with the changes. */
    record Sound(Sensitive<byte[]> body) implements Changed {}

    /**
     * It cannot be changed so.
     *
     * @param why in plain words; repeats no value
     */
    record Faulty(String why) implements Changed {}
  }

  /** The fields of a message; absent where it is no JSON object: then only a whole one helps. */
  public static Optional<MessageFields> of(byte[] body) {
    try {
      return JSON.readTree(body) instanceof ObjectNode object
          ? Optional.of(new MessageFields(object))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A place as people write it, {@code occurredAt} or {@code /subjects/0/role}, as a pointer. */
  public static String pointer(String place) {
    String stripped = place.strip();
    return stripped.startsWith("/") ? stripped : "/" + stripped.replace('.', '/');
  }

  /** Every field that holds a value, in the order of the message. */
  public List<Field> all() {
    List<Field> fields = new ArrayList<>();
    walk("", message, fields);
    return fields;
  }

  private static void walk(String at, JsonNode node, List<Field> fields) {
    switch (node) {
      case ObjectNode object ->
          object
              .properties()
              .forEach(entry -> walk(at + '/' + escaped(entry.getKey()), entry.getValue(), fields));
      case ArrayNode list -> {
        for (int i = 0; i < list.size(); i++) {
          walk(at + '/' + i, list.get(i), fields);
        }
      }
      default -> fields.add(new Field(at, node.isTextual() ? node.textValue() : node.toString()));
    }
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  /**
   * The message with other values.
   *
   * @param values by place; an empty value takes the field away. What was text stays text; anything
   *     else may be a number, true, false, or JSON.
   */
  public Changed with(Map<String, String> values) {
    ObjectNode changed = message.deepCopy();
    for (Map.Entry<String, String> entry : values.entrySet()) {
      String place = pointer(entry.getKey());
      if (!PLACE.matcher(place).matches()) {
        return new Changed.Faulty(
            "name a field by its place, such as occurredAt or /subjects/0/role");
      }
      if (!put(changed, JsonPointer.compile(place), entry.getValue())) {
        return new Changed.Faulty("there is no place " + place + " in this message");
      }
    }
    return new Changed.Sound(Sensitive.of(changed.toString().getBytes(UTF_8)));
  }

  private static boolean put(ObjectNode root, JsonPointer place, String value) {
    JsonNode before = root.at(place);
    return switch (parent(root, place.head())) {
      case ObjectNode object -> {
        String name = place.last().getMatchingProperty();
        if (value.isEmpty()) {
          object.remove(name);
        } else {
          object.set(name, node(before, value));
        }
        yield true;
      }
      case ArrayNode list -> {
        int index = place.last().getMatchingIndex();
        boolean there = index >= 0 && index < list.size();
        if (there && value.isEmpty()) {
          list.remove(index);
        } else if (there) {
          list.set(index, node(before, value));
        }
        yield there;
      }
      default -> false;
    };
  }

  /** What holds the field; objects on the way that are missing are made, lists are not. */
  private static JsonNode parent(ObjectNode root, JsonPointer head) {
    JsonNode found = root.at(head);
    if (!found.isMissingNode() && !found.isNull()) {
      return found;
    }
    boolean number = head.last().getMatchingIndex() >= 0;
    return !number && parent(root, head.head()) instanceof ObjectNode above
        ? above.putObject(head.last().getMatchingProperty())
        : found;
  }

  private static JsonNode node(JsonNode before, String value) {
    if (!before.isTextual()) {
      try {
        JsonNode read = JSON.readTree(value);
        if (read != null && !read.isMissingNode()) {
          return read;
        }
      } catch (IOException e) {
        // Plain words: they are meant as text.
        return JSON.getNodeFactory().textNode(value);
      }
    }
    return JSON.getNodeFactory().textNode(value);
  }

  @Override
  public String toString() {
    return "[withheld]";
  }
}
