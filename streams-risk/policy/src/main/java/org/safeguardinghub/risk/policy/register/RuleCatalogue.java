package org.safeguardinghub.risk.policy.register;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.PatternRule;
import org.safeguardinghub.risk.policy.rule.Policy;

/** All patterns of a policy on one page, a line for each. */
public final class RuleCatalogue {
  private RuleCatalogue() {}

  /** As a Markdown document with one table. */
  public static String markdown(Policy policy, EventCatalogue catalogue) {
    RuleLine line = new RuleLine(catalogue);
    String rows =
        policy.patterns().stream()
            .map(pattern -> row(pattern, Entry.of(pattern, catalogue), line))
            .collect(Collectors.joining());
    return """
        # The patterns of %s, version %d

        %d patterns, in force from %s. Made from the policy file by a test (`-Dgolden.update` writes it again). Counted are
        incidents, never messages. A severity in brackets is what a finding may become; where there are several without
        brackets, each way to be met has its own. The whole register, with every value of every rule: `./hub policy docs`.

        | id | pattern | looked for on | what is looked for | severity | told to | source |
        |---|---|---|---|---|---|---|
        %s"""
        .formatted(
            policy.id(), policy.version(), policy.patterns().size(), policy.effectiveFrom(), rows);
  }

  private static String row(Pattern pattern, Entry entry, RuleLine line) {
    return "| %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            entry.id(),
            cell(entry.title()),
            entry.about(),
            cell(line.of(pattern.rule())),
            severities(pattern.rule()),
            cell(String.join("; ", entry.recipients())),
            cell(entry.source()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  /** The rule's own severity, then every other that it names. */
  private static String severities(PatternRule rule) {
    Set<Severity> all = new TreeSet<>();
    collect(rule, all);
    Optional<Severity> own = own(rule);
    own.ifPresent(all::remove);
    String others = all.stream().map(Severity::name).collect(Collectors.joining(", "));
    return own.map(one -> others.isEmpty() ? one.name() : one.name() + " (" + others + ")")
        .orElse(others);
  }

  private static Optional<Severity> own(PatternRule rule) {
    for (RecordComponent component : rule.getClass().getRecordComponents()) {
      if (component.getName().equals("severity")
          && Facts.read(component, rule) instanceof Severity severity) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  private static void collect(Object value, Set<Severity> found) {
    switch (value) {
      case Severity severity -> found.add(severity);
      case Optional<?> optional -> optional.ifPresent(one -> collect(one, found));
      case Collection<?> many -> many.forEach(one -> collect(one, found));
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          collect(Facts.read(component, record), found);
        }
      }
      default -> {
        // Nothing else holds a severity.
      }
    }
  }
}
