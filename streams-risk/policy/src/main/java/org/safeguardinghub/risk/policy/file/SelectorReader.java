package org.safeguardinghub.risk.policy.file;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.catalogue.Attribute;
import org.safeguardinghub.kernel.catalogue.AttributeType;
import org.safeguardinghub.kernel.catalogue.Category;
import org.safeguardinghub.kernel.catalogue.CodeSet;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.Threshold;

/** Reads choices of events and checks them against the event catalogue. */
final class SelectorReader {
  private static final int MAX_DAYS = 3650;

  private final Faults faults;
  private final EventCatalogue catalogue;

  SelectorReader(Faults faults, EventCatalogue catalogue) {
    this.faults = faults;
    this.catalogue = catalogue;
  }

  /**
   * A selector that must be there: {@code {sets, categories, codes, when}}. With a condition alone
   * it chooses among all types that may carry the attribute.
   */
  EventSelector required(Fields fields, String key) {
    Optional<YamlNode> node = fields.node(key);
    if (node.isEmpty()) {
      faults.add(fields.line(), "'" + key + "' is missing");
      return new EventSelector(Set.of(), Optional.empty());
    }
    return selector(node.get());
  }

  /** Selectors that must be there, at least one. */
  List<EventSelector> several(Fields fields, String key) {
    return fields.requiredItems(key).stream().map(this::selector).toList();
  }

  private EventSelector selector(YamlNode node) {
    Fields row = Fields.of(node, faults);
    Set<String> codes = new LinkedHashSet<>();
    for (CodeSet set : constants(row, "sets", CodeSet.class)) {
      codes.addAll(catalogue.codes(set));
    }
    for (Category category : constants(row, "categories", Category.class)) {
      codes.addAll(catalogue.codes(category));
    }
    List<String> named = row.texts("codes");
    for (String code : named) {
      if (catalogue.find(code).isEmpty()) {
        faults.add(row.line("codes"), "unknown event code '" + code + "'");
      }
    }
    codes.addAll(named);
    Optional<EventSelector.Condition> when = row.node("when").map(this::condition);
    row.close();
    if (codes.isEmpty() && when.isEmpty()) {
      faults.add(node, "a choice of events needs 'sets', 'categories', 'codes' or 'when'");
    }
    if (codes.isEmpty()) {
      when.ifPresent(condition -> codes.addAll(carrying(condition.attribute())));
    }
    return new EventSelector(codes, when);
  }

  private Set<String> carrying(String attribute) {
    return catalogue.types().stream()
        .filter(type -> type.attributes().containsKey(attribute))
        .map(EventType::code)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A condition: {@code {attribute, is}}. */
  EventSelector.Condition condition(YamlNode node) {
    Fields row = Fields.of(node, faults);
    String name = attribute(row, "attribute");
    row.requiredItems("is");
    List<String> values = row.texts("is");
    Attribute known = catalogue.attributes().get(name);
    if (known != null) {
      values.forEach(value -> value(row, known, value));
    }
    row.close();
    return new EventSelector.Condition(name, values);
  }

  private void value(Fields row, Attribute attribute, String value) {
    boolean possible =
        switch (attribute.type()) {
          case AttributeType.Flag _ -> value.equals("true") || value.equals("false");
          case AttributeType.Code code -> code.values().contains(value);
          case AttributeType.Codes codes -> codes.values().contains(value);
          default -> true;
        };
    if (!possible) {
      faults.add(row.line("is"), "'" + attribute.name() + "' has no value '" + value + "'");
    }
  }

  /** The name of an attribute of the catalogue. */
  String attribute(Fields fields, String key) {
    String name = fields.text(key);
    known(fields, key, name);
    return name;
  }

  /** Names of attributes of the catalogue. */
  Set<String> attributes(Fields fields, String key) {
    fields.requiredItems(key);
    List<String> names = fields.texts(key);
    names.forEach(name -> known(fields, key, name));
    return Set.copyOf(names);
  }

  private void known(Fields fields, String key, String name) {
    if (!name.isEmpty() && !catalogue.attributes().containsKey(name)) {
      faults.add(fields.line(key), "unknown attribute '" + name + "'");
    }
  }

  /** Constants of an enum; none where the key is absent. */
  <E extends Enum<E>> Set<E> constants(Fields fields, String key, Class<E> type) {
    Set<E> constants = EnumSet.noneOf(type);
    for (String text : fields.texts(key)) {
      Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.name().equals(text))
          .findFirst()
          .ifPresentOrElse(
              constants::add,
              () ->
                  faults.add(
                      fields.line(key),
                      "'" + text + "' is none of " + Arrays.toString(type.getEnumConstants())));
    }
    return constants;
  }

  /** A threshold: {@code {incidents, days}}. */
  Threshold threshold(Fields fields, String key) {
    Optional<YamlNode> node = fields.node(key);
    if (node.isEmpty()) {
      faults.add(fields.line(), "'" + key + "' is missing");
      return new Threshold(1, 1);
    }
    Fields row = Fields.of(node.get(), faults);
    Threshold threshold =
        new Threshold(row.whole("incidents", 1, 1000), row.whole("days", 1, MAX_DAYS));
    row.close();
    return threshold;
  }

  /** Grades by event code. */
  Map<String, Integer> grades(Fields fields, String key) {
    Map<String, Integer> grades = new HashMap<>();
    for (YamlNode node : fields.requiredItems(key)) {
      Fields row = Fields.of(node, faults);
      String code = row.text("code");
      if (!code.isEmpty() && catalogue.find(code).isEmpty()) {
        faults.add(row.line("code"), "unknown event code '" + code + "'");
      }
      if (grades.put(code, row.whole("grade", 1, 9)) != null) {
        faults.add(row.line("code"), "'" + code + "' is graded twice");
      }
      row.close();
    }
    return grades;
  }
}
