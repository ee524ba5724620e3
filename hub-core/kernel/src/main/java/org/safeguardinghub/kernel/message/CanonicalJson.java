package org.safeguardinghub.kernel.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One text for all spellings of the same tree: keys sorted, no space between tokens. */
public final class CanonicalJson {
  /** Claims that are remarks for a reader and tell nothing about who it is. */
  private static final Set<String> REMARKS = Set.of("note");

  private static final Set<String> NUMBERS = Set.of("nhsNumber", "upn", "postcode", "uprn");

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s-]+");

  private static final ObjectWriter SORTED =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build().writer();

  private CanonicalJson() {}

  /** The content of a message: two messages with the same text here say the same. */
  public static String of(JsonNode node) {
    try {
      return SORTED.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON has a text", e);
    }
  }

  /**
   * The claims with case, spacing and empty values levelled: it changes when the demographics do.
   */
  public static String ofClaims(ObjectNode claims) {
    return levelled(claims, "").toString();
  }

  /** In the order of names, as well. */
  private static JsonNode levelled(JsonNode node, String name) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (String key : names(object)) {
          JsonNode value = levelled(object.get(key), key);
          if (!REMARKS.contains(key) && !blank(value)) {
            copy.set(key, value);
          }
        }
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> copy.add(levelled(item, name)));
        yield copy;
      }
      case TextNode text -> TextNode.valueOf(levelled(text.textValue(), NUMBERS.contains(name)));
      default -> node; // the library's node type is open; everything else is a leaf
    };
  }

  private static String levelled(String text, boolean number) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    return number
        ? BETWEEN_DIGITS.matcher(plain).replaceAll("")
        : SPACES.matcher(plain).replaceAll(" ");
  }

  private static boolean blank(JsonNode value) {
    return value.isNull()
        || (value.isContainerNode() && value.isEmpty())
        || (value.isTextual() && value.textValue().isEmpty());
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    names.sort(null);
    return names;
  }
}
