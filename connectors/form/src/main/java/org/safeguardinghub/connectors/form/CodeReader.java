package org.safeguardinghub.connectors.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.connectors.form.CodeBook.Meaning;
import org.safeguardinghub.kernel.catalogue.AttributeCheck;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;

/**
 * Reads the codes of a table and checks each against the catalogue. Used for code books and for
 * mapping files alike.
 */
public final class CodeReader {
  /** Stands where a code becomes nothing. */
  public static final String NO_EVENT = "no event";

  private static final String ANYBODY = "ADM-";

  private final EventCatalogue catalogue;
  private final Set<OriginFamily> families;
  private final Faults faults;

  /**
   * @param families of the sender: the event types must be its own to send
   */
  public CodeReader(EventCatalogue catalogue, Set<OriginFamily> families, Faults faults) {
    this.catalogue = catalogue;
    this.families = Set.copyOf(families);
    this.faults = faults;
  }

  /** The codes under the key {@code codes}. */
  public Map<String, Meaning> codes(Fields table) {
    Map<String, Meaning> codes = new LinkedHashMap<>();
    for (YamlNode node : table.requiredItems("codes")) {
      Fields fields = Fields.of(node, faults);
      Meaning meaning = meaning(fields);
      if (codes.put(CodeBook.key(meaning.code()), meaning) != null) {
        faults.add(fields.line("code"), "the code is given twice");
      }
      fields.close();
    }
    return codes;
  }

  private Meaning meaning(Fields fields) {
    String code = fields.text("code");
    String title = fields.optionalText("title").orElse(code);
    Optional<EventType> type = type(fields);
    Meaning meaning =
        new Meaning(
            code,
            title,
            type.map(EventType::code),
            fields.optionalWhole("level", 1, 4),
            attributes(fields, type),
            fields.text("why"));
    if (type.isEmpty() && (meaning.level().isPresent() || !meaning.attributes().isEmpty())) {
      faults.add(fields.line(), "what becomes no event has neither level nor attributes");
    }
    return meaning;
  }

  /** The event type under the key {@code becomes}; empty for {@link #NO_EVENT} or a fault. */
  public Optional<EventType> type(Fields fields) {
    String becomes = fields.text("becomes");
    if (becomes.isEmpty() || becomes.equals(NO_EVENT)) {
      return Optional.empty();
    }
    Optional<EventType> type = catalogue.find(becomes);
    if (type.isEmpty()) {
      faults.add(
          fields.line("becomes"), "becomes must be an event type of the catalogue or: " + NO_EVENT);
    } else if (!mayPublish(type.get())) {
      faults.add(fields.line("becomes"), becomes + " is not for a sender of this family to send");
    }
    return type;
  }

  /** By the rule of the intake: families that share a prefix share its senders. */
  private boolean mayPublish(EventType type) {
    String prefix = type.code().substring(0, type.code().indexOf('-') + 1);
    return prefix.equals(ANYBODY)
        || catalogue.types().stream()
            .anyMatch(
                other -> other.code().startsWith(prefix) && families.contains(other.family()));
  }

  private Map<String, Object> attributes(Fields fields, Optional<EventType> type) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    Optional<YamlNode> node = fields.node("attributes");
    if (node.isEmpty() || !(node.get() instanceof YamlNode.Mapping mapping)) {
      node.ifPresent(wrong -> faults.add(wrong, "attributes must be a map of names and values"));
      return attributes;
    }
    mapping.entries().forEach((name, entry) -> attributes.put(name, plain(entry.value())));
    type.ifPresent(
        known ->
            catalogue.check(known, attributes, known.handling()).refused().stream()
                .map(AttributeCheck.Refused::explanation)
                .forEach(reason -> faults.add(fields.line("attributes"), reason)));
    return attributes;
  }

  /** YAML here is text; what looks like a flag or a whole number is meant as one. */
  private static Object plain(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar(int _, String text) -> scalar(text);
      case YamlNode.Sequence(int _, List<YamlNode> items) -> {
        List<String> texts = new ArrayList<>();
        items.forEach(
            item -> texts.add(item instanceof YamlNode.Scalar scalar ? scalar.text() : ""));
        yield texts;
      }
      case YamlNode.Mapping _ -> "";
    };
  }

  private static Object scalar(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(text) : text;
  }
}
