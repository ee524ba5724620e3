package org.safeguardinghub.connectors.form.mapping;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.safeguardinghub.connectors.form.mapping.Mapping.AttributeFrom;
import org.safeguardinghub.connectors.form.mapping.Mapping.Becomes;
import org.safeguardinghub.connectors.form.mapping.Mapping.Person;
import org.safeguardinghub.connectors.form.mapping.Mapping.Rule;
import org.safeguardinghub.connectors.form.mapping.NotFound.Named;

/**
 * Looks in records for every place that a mapping names. For its author only: a running connector
 * cannot tell a typing error from what a record leaves out.
 */
final class PlaceCheck {
  private final Mapping mapping;
  private final Map<Named, Boolean> found = new LinkedHashMap<>();
  private final Set<Named> spare = new HashSet<>();
  private int records;

  PlaceCheck(Mapping mapping) {
    this.mapping = mapping;
  }

  /** Asks one more record. */
  void look(Tree record) {
    records++;
    List<Tree> whole = List.of(record);
    mapping.join().ifPresent(join -> places("join/by", List.of(join.by()), whole));
    mapping.people().forEach(person -> person("people", person, whole));
    mapping.rules().forEach(rule -> rule(rule, whole));
  }

  /** Any place may be left out of any record: none is a fault. */
  NotFound ofRecords() {
    return new NotFound(records, List.of(), missing(_ -> true));
  }

  /**
   * A heading that is not there is a fault, but for one of several of which another is there, and
   * for what the list beside may say.
   */
  NotFound ofHeadings() {
    Predicate<Named> fine =
        named ->
            spare.contains(named) || (mapping.join().isPresent() && !named.use().equals("join/by"));
    return new NotFound(records, missing(fine.negate()), missing(fine));
  }

  private List<Named> missing(Predicate<Named> which) {
    return found.entrySet().stream()
        .filter(entry -> !entry.getValue())
        .map(Map.Entry::getKey)
        .filter(which)
        .sorted(Comparator.comparingInt(Named::line))
        .toList();
  }

  private void rule(Rule rule, List<Tree> whole) {
    String event = "event " + rule.name() + ", ";
    List<Tree> parts = each(event, rule.each(), whole);
    rule.when().forEach(condition -> places(event + "when", condition.paths(), parts));
    value(event + "recordId", rule.recordId(), parts);
    value(event + "occurredAt", rule.occurred().at(), parts);
    if (rule.becomes() instanceof Becomes.Coded(Value code, String _)) {
      value(event + "becomesBy", code, parts);
    }
    rule.level().ifPresent(level -> value(event + "levelBy", level.code(), parts));
    rule.narrative().ifPresent(words -> value(event + "narrative", words, parts));
    rule.references().forEach((name, value) -> value(event + "references/" + name, value, parts));
    for (AttributeFrom attribute : rule.attributes()) {
      value(event + "attributes/" + attribute.name(), attribute.value(), parts);
    }
    rule.people().forEach(person -> person(event + "people", person, parts));
  }

  private void person(String use, Person person, List<Tree> from) {
    List<Tree> each = each(use + "/", person.each(), from);
    value(use + "/ref", person.ref(), each);
    person.claims().forEach((name, value) -> value(use + "/claims/" + name, value, each));
    person
        .sourceRefs()
        .forEach((system, value) -> value(use + "/sourceRefs/" + system, value, each));
  }

  /** Where there is none of a list, only the list is missing: nothing is said of what is in it. */
  private List<Tree> each(String use, Optional<Path> each, List<Tree> from) {
    if (each.isEmpty()) {
      return from;
    }
    places(use + "each", List.of(each.get()), from);
    return from.stream().flatMap(tree -> each.get().all(tree).stream()).toList();
  }

  private void value(String use, Value value, List<Tree> from) {
    switch (value) {
      case Value.First(List<Path> paths) -> first(use, paths, from);
      case Value.All(Path path, String _) -> places(use, List.of(path), from);
      case Value.Join(List<Value> parts, String _) -> parts.forEach(one -> value(use, one, from));
      case Value.Part(Value of, var _, boolean _) -> value(use, of, from);
      case Value.Needed(Value of) -> value(use, of, from);
      case Value.Literal _ -> {
        // stands in the mapping itself
      }
    }
  }

  private void first(String use, List<Path> paths, List<Tree> from) {
    places(use, paths, from);
    if (paths.stream().anyMatch(path -> has(from, path))) {
      paths.forEach(path -> spare.add(named(use, path)));
    }
  }

  private void places(String use, List<Path> paths, List<Tree> from) {
    if (!from.isEmpty()) {
      paths.forEach(path -> found.merge(named(use, path), has(from, path), Boolean::logicalOr));
    }
  }

  private static Named named(String use, Path path) {
    return new Named(path.words(), use, path.line());
  }

  private static boolean has(List<Tree> from, Path path) {
    return from.stream().anyMatch(tree -> !path.all(tree).isEmpty());
  }
}
