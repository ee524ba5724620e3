package org.safeguardinghub.risk.policy.file;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;
import org.safeguardinghub.risk.policy.rule.Pattern;

/** Reads a pattern: its words here, its logic by the reader of its kind. */
final class PatternReader {
  private final Faults faults;
  private final SelectorReader selectors;
  private final RuleReader rules;

  PatternReader(Faults faults, SelectorReader selectors) {
    this.faults = faults;
    this.selectors = selectors;
    this.rules = new RuleReader(faults, selectors);
  }

  /** Empty if its kind of rule is not known; everything else about it is still checked. */
  Optional<Pattern> read(YamlNode node) {
    Fields fields = Fields.of(node, faults);
    String id = fields.text("id");
    if (!id.isEmpty() && !id.matches("[A-Z][A-Z0-9]{1,7}")) {
      faults.add(fields.line("id"), "'id' must look like P03");
    }
    fields.requiredItems("scopes");
    Optional<RuleReader.Read> rule = rules.read(fields);
    Set<String> placeholders = new HashSet<>(Placeholders.ALWAYS);
    rule.ifPresent(read -> placeholders.addAll(read.placeholders()));
    boolean never = fields.flag("neverSuppressed");
    boolean routed = fields.flag("routedToWorker");
    if (never && routed) {
      faults.add(
          fields.line("routedToWorker"),
          "a pattern that is never suppressed cannot be routed to a worker");
    }
    Words words = words(fields);
    Map<String, String> because = because(fields, rule, placeholders);
    Map<Severity, String> severityBecause = severityBecause(fields, placeholders);
    fields.close();
    return rule.map(
        read ->
            new Pattern(
                id,
                words.title(),
                words.waitsFor(),
                words.scopes(),
                words.why(),
                words.source(),
                words.recipients(),
                words.question(),
                words.falsePositives(),
                words.notKnown(),
                because,
                severityBecause,
                never,
                routed,
                read.rule()));
  }

  private record Words(
      String title,
      Optional<String> waitsFor,
      Set<Scope> scopes,
      String why,
      String source,
      List<String> recipients,
      String question,
      List<String> falsePositives,
      List<String> notKnown) {}

  private Words words(Fields fields) {
    return new Words(
        fields.text("title"),
        fields.optionalText("waitsFor"),
        selectors.constants(fields, "scopes", Scope.class),
        fields.text("why"),
        fields.text("source"),
        required(fields, "recipients"),
        fields.text("question"),
        required(fields, "falsePositives"),
        required(fields, "notKnown"));
  }

  private static List<String> required(Fields fields, String key) {
    fields.requiredItems(key);
    return fields.texts(key);
  }

  private Map<String, String> because(
      Fields fields, Optional<RuleReader.Read> rule, Set<String> placeholders) {
    Map<String, String> texts = new HashMap<>();
    Optional<YamlNode> node = fields.node("because");
    if (node.isEmpty()) {
      faults.add(fields.line(), "'because' is missing");
      return texts;
    }
    if (rule.isEmpty()) {
      return texts;
    }
    Fields row = Fields.of(node.get(), faults);
    for (String clause : rule.get().rule().clauses().stream().sorted().toList()) {
      String text = row.text(clause);
      Placeholders.check(faults, row.line(clause), text, placeholders);
      texts.put(clause, text);
    }
    row.close();
    return texts;
  }

  private Map<Severity, String> severityBecause(Fields fields, Set<String> placeholders) {
    Map<Severity, String> texts = new EnumMap<>(Severity.class);
    Optional<YamlNode> node = fields.node("severityBecause");
    if (node.isPresent()) {
      Fields row = Fields.of(node.get(), faults);
      for (Severity severity : Severity.values()) {
        row.optionalText(severity.name())
            .ifPresent(
                text -> {
                  Placeholders.check(faults, row.line(severity.name()), text, placeholders);
                  texts.put(severity, text);
                });
      }
      row.close();
    }
    return texts;
  }
}
