package org.safeguardinghub.risk.policy.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;
import org.safeguardinghub.risk.policy.rule.PatternRule;

/** Reads the logic of a pattern by its kind. */
final class RuleReader {
  /**
   * A rule, if it could be read, and the placeholders that its texts may use beside those of every
   * match.
   */
  record Read(PatternRule rule, Set<String> placeholders) {}

  /** The kinds of one family of rules, and how each is read. */
  interface Group {
    /** Kinds as they are written in the file, each with its reader. */
    Map<String, Function<RuleFields, Read>> kinds();
  }

  private static final List<Group> GROUPS =
      List.of(
          new FirstRuleReader(),
          new HarmRuleReader(),
          new ExploitationRuleReader(),
          new LifeRuleReader(),
          new ProcessRuleReader());

  private static final SortedMap<String, Function<RuleFields, Read>> KINDS = kinds();

  private final Faults faults;
  private final SelectorReader select;

  RuleReader(Faults faults, SelectorReader selectors) {
    this.faults = faults;
    this.select = selectors;
  }

  Optional<Read> read(Fields pattern) {
    Optional<YamlNode> node = pattern.node("rule");
    if (node.isEmpty()) {
      faults.add(pattern.line(), "'rule' is missing");
      return Optional.empty();
    }
    Fields fields = Fields.of(node.get(), faults);
    String name = fields.text("kind");
    Optional<Function<RuleFields, Read>> kind = Optional.ofNullable(KINDS.get(name));
    if (kind.isEmpty()) {
      if (!name.isEmpty()) {
        faults.add(
            fields.line("kind"),
            "unknown kind of rule '" + name + "'; known are " + KINDS.keySet());
      }
      return Optional.empty();
    }
    Read read = kind.get().apply(new RuleFields(fields, select, faults));
    fields.close();
    return Optional.of(read);
  }

  private static SortedMap<String, Function<RuleFields, Read>> kinds() {
    SortedMap<String, Function<RuleFields, Read>> all = new TreeMap<>();
    GROUPS.forEach(group -> all.putAll(group.kinds()));
    return all;
  }
}
