package org.safeguardinghub.connectors.form.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.mapping.Mapping.AttributeFrom;
import org.safeguardinghub.connectors.form.mapping.Mapping.Becomes;
import org.safeguardinghub.connectors.form.mapping.Mapping.Level;
import org.safeguardinghub.connectors.form.mapping.Mapping.Person;
import org.safeguardinghub.connectors.form.mapping.Mapping.Rule;

/** Places that a mapping requires beside id and day: a record without one of them is refused. */
final class Required {
  private Required() {}

  /**
   * The refusal of a record that lacks one.
   *
   * @param people those that the event is about
   * @param about where they stand
   */
  static Optional<Fate> fault(
      Mapping mapping, Rule rule, Tree part, List<Person> people, Tree about, String recordId) {
    return Stream.concat(
            values(rule).flatMap(value -> value.missing(part).stream()),
            people.stream().flatMap(person -> missing(person, about)))
        .findFirst()
        .map(
            value -> {
              String where = Asked.where(mapping, value);
              return Fate.Refused.shape(
                      recordId,
                      "REQUIRED_MISSING",
                      "fill in " + where + ": a record without it is not taken")
                  .at(where);
            });
  }

  private static Stream<Value> values(Rule rule) {
    Stream<Value> coded =
        rule.becomes() instanceof Becomes.Coded(Value code, String _)
            ? Stream.of(code)
            : Stream.empty();
    return Stream.of(
            coded,
            rule.level().map(Level::code).stream(),
            rule.narrative().stream(),
            rule.references().values().stream(),
            rule.attributes().stream().map(AttributeFrom::value))
        .flatMap(values -> values);
  }

  private static Stream<Value> missing(Person person, Tree about) {
    List<Tree> each = person.each().map(path -> path.all(about)).orElse(List.of(about));
    return each.stream()
        .flatMap(
            one ->
                Stream.of(
                        Stream.of(person.ref()),
                        person.claims().values().stream(),
                        person.sourceRefs().values().stream())
                    .flatMap(values -> values)
                    .flatMap(value -> value.missing(one).stream()));
  }
}
