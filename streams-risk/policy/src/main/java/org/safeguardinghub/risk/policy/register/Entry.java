package org.safeguardinghub.risk.policy.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.Pattern;

/**
 * One pattern as the register shows it. Words in brackets in its texts are filled in by each
 * finding.
 *
 * @param about the kinds of subject on which it is evaluated
 * @param told what a lead reads, for each way in which the rule can be met
 * @param severities what is added at a severity
 * @param facts every value of the rule
 */
record Entry(
    String id,
    String title,
    String about,
    String why,
    String source,
    List<Fact> told,
    List<Fact> severities,
    List<Fact> facts,
    List<String> recipients,
    String question,
    List<String> falsePositives,
    List<String> notKnown,
    String suppression) {

  static Entry of(Pattern pattern, EventCatalogue catalogue) {
    return new Entry(
        pattern.id(),
        pattern.title(),
        pattern.scopes().stream()
            .map(scope -> scope.word())
            .sorted()
            .collect(Collectors.joining(", ")),
        pattern.why(),
        pattern.source(),
        texts(pattern.because()),
        severities(pattern.severityBecause()),
        new Facts(catalogue).of(pattern.rule()),
        pattern.recipients(),
        pattern.question(),
        pattern.falsePositives(),
        pattern.notKnown(),
        suppression(pattern));
  }

  private static List<Fact> texts(Map<String, String> because) {
    return because.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(text -> new Fact(Facts.spaced(text.getKey()), bracketed(text.getValue())))
        .toList();
  }

  private static List<Fact> severities(Map<Severity, String> because) {
    return because.entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .map(text -> new Fact(text.getKey().name(), bracketed(text.getValue())))
        .toList();
  }

  private static String bracketed(String text) {
    return text.replaceAll("\\{([A-Za-z]+)}", "[$1]");
  }

  private static String suppression(Pattern pattern) {
    if (pattern.neverSuppressed()) {
      return "Nothing holds it back.";
    }
    return pattern.routedToWorker()
        ? "While children's social care has something open, the allocated worker is told instead of the front door."
        : "It is told to its readers under the usual rules of repetition.";
  }

  /** Everything that it says, by name: what a comparison of two versions goes by. */
  List<Fact> all() {
    List<Fact> all = new ArrayList<>();
    all.add(new Fact("title", title));
    all.add(new Fact("looked for on", about));
    all.add(new Fact("why", why));
    all.add(new Fact("source", source));
    told.forEach(text -> all.add(new Fact("text of " + text.name(), text.value())));
    severities.forEach(text -> all.add(new Fact("text at " + text.name(), text.value())));
    all.addAll(facts);
    all.add(new Fact("told to", String.join("; ", recipients)));
    all.add(new Fact("question", question));
    all.add(new Fact("wrong if", String.join("; ", falsePositives)));
    all.add(new Fact("not known", String.join("; ", notKnown)));
    all.add(new Fact("held back", suppression));
    return List.copyOf(all);
  }
}
