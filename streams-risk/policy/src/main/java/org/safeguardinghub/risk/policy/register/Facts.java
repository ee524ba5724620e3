package org.safeguardinghub.risk.policy.register;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.PatternRule;
import org.safeguardinghub.risk.policy.rule.Threshold;

/**
 * The values of a rule, read from the record itself: a new kind of rule needs nothing here, and
 * none of its values can be forgotten.
 */
final class Facts {
  private final EventCatalogue catalogue;

  Facts(EventCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** In the order in which the rule names them. */
  List<Fact> of(PatternRule rule) {
    List<Fact> facts = new ArrayList<>();
    for (RecordComponent component : rule.getClass().getRecordComponents()) {
      facts.add(new Fact(spaced(component.getName()), words(read(component, rule))));
    }
    return List.copyOf(facts);
  }

  private String words(Object value) {
    return switch (value) {
      case Threshold(int incidents, int days) ->
          "%d %s in %d days".formatted(incidents, incidents == 1 ? "incident" : "incidents", days);
      case EventSelector selector -> selected(selector);
      case EventSelector.Condition(String attribute, List<String> is) ->
          spaced(attribute) + " is " + String.join(" or ", is);
      case Optional<?> optional -> optional.map(this::words).orElse("none");
      case Collection<?> many ->
          many.isEmpty()
              ? "none"
              : many.stream().map(this::words).sorted().collect(Collectors.joining("; "));
      case Map<?, ?> map ->
          new TreeMap<Object, Object>(map)
              .entrySet().stream()
                  .map(entry -> words(entry.getKey()) + ": " + words(entry.getValue()))
                  .collect(Collectors.joining("; "));
      case Enum<?> constant ->
          constant.name().length() <= 3
              ? constant.name()
              : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      case Record record -> parts(record);
      case String text -> named(text);
      default -> value.toString();
    };
  }

  private String parts(Record record) {
    List<String> parts = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      parts.add(spaced(component.getName()) + " " + words(read(component, record)));
    }
    return String.join(", ", parts);
  }

  private String selected(EventSelector selector) {
    String types =
        selector.codes().stream().sorted().map(this::named).collect(Collectors.joining("; "));
    return selector.condition().map(condition -> types + " – if " + words(condition)).orElse(types);
  }

  /** An event code with its title; another text as it is, an attribute's name in words. */
  private String named(String text) {
    return catalogue
        .find(text)
        .map(EventType::title)
        .map(title -> title + " (" + text + ")")
        .orElseGet(() -> catalogue.attributes().containsKey(text) ? spaced(text) : text);
  }

  /** {@code windowDays} becomes "window days". */
  static String spaced(String name) {
    return name.replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  static Object read(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a public record's accessor", e);
    }
  }
}
