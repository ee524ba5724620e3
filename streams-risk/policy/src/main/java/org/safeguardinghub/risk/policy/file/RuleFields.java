package org.safeguardinghub.risk.policy.file;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.Threshold;

/** The keys of one rule, read as what rules are made of. */
final class RuleFields {
  private static final int MAX_DAYS = 3650;
  private static final int MAX_HOURS = 720;
  private static final int MAX_LEVEL = 4;

  private final Fields fields;
  private final SelectorReader select;
  private final Faults faults;

  RuleFields(Fields fields, SelectorReader select, Faults faults) {
    this.fields = fields;
    this.select = select;
    this.faults = faults;
  }

  /** The plain keys, for what has no reader here. */
  Fields plain() {
    return fields;
  }

  Faults faults() {
    return faults;
  }

  boolean has(String key) {
    return fields.has(key);
  }

  int line(String key) {
    return fields.line(key);
  }

  String text(String key) {
    return fields.text(key);
  }

  /** A choice that may be absent. */
  Optional<EventSelector> optionalEvents(String key) {
    return has(key) ? Optional.of(events(key)) : Optional.empty();
  }

  /** Several choices of events, of which any is meant. */
  List<EventSelector> choices(String key) {
    return select.several(fields, key);
  }

  EventSelector events(String key) {
    return select.required(fields, key);
  }

  EventSelector.Condition condition(YamlNode node) {
    return select.condition(node);
  }

  Threshold threshold(String key) {
    return select.threshold(fields, key);
  }

  Severity severity(String key) {
    return fields.constant(key, Severity.class);
  }

  int whole(String key, int from, int to) {
    return fields.whole(key, from, to);
  }

  int days(String key) {
    return fields.whole(key, 1, MAX_DAYS);
  }

  int hours(String key) {
    return fields.whole(key, 1, MAX_HOURS);
  }

  int level(String key) {
    return fields.whole(key, 1, MAX_LEVEL);
  }

  String attribute(String key) {
    return select.attribute(fields, key);
  }

  Set<String> attributes(String key) {
    return select.attributes(fields, key);
  }

  <E extends Enum<E>> Set<E> constants(String key, Class<E> type) {
    fields.requiredItems(key);
    return select.constants(fields, key, type);
  }

  /** A map below this key, if it is there. */
  <T> Optional<T> part(String key, Function<RuleFields, T> read) {
    return fields.node(key).map(node -> below(node, read));
  }

  /** Maps below this key; none where it is absent. */
  <T> List<T> parts(String key, Function<RuleFields, T> read) {
    return fields.items(key).stream().map(node -> below(node, read)).toList();
  }

  /** Maps below this key, of which there must be one. */
  <T> List<T> rows(String key, Function<RuleFields, T> read) {
    return fields.requiredItems(key).stream().map(node -> below(node, read)).toList();
  }

  /** Keys that the reader has not asked for are faults. */
  private <T> T below(YamlNode node, Function<RuleFields, T> read) {
    Fields row = Fields.of(node, faults);
    T part = read.apply(new RuleFields(row, select, faults));
    row.close();
    return part;
  }

  /** Names of rows of this key: each may be given once. */
  void once(String key, String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    names.stream()
        .filter(name -> !seen.add(name))
        .forEach(name -> faults.add(line(key), what + " '" + name + "' is given twice"));
  }

  Map<String, Integer> grades(String key) {
    return select.grades(fields, key);
  }
}
