package org.safeguardinghub.risk.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** Reads who gets copies. A role that gets one without a function is a fault of the file. */
final class CopyTableReader {
  private static final String WITHOUT = "whose function 'functions' does not name";

  private final Faults faults;
  private final ConditionsReader conditions;

  CopyTableReader(Faults faults, ConditionsReader conditions) {
    this.faults = faults;
    this.conditions = conditions;
  }

  CopyTable read(Fields root, List<RouteRow> rows) {
    Map<String, Copy.Function> functions = functions(root);
    List<CopyRule> rules = new ArrayList<>();
    for (YamlNode node : root.items("copies")) {
      CopyRule rule = rule(node);
      rules.add(rule);
      known(node, rule.to(), functions);
      for (String row : rule.rows()) {
        if (rows.stream().noneMatch(one -> one.id().equals(row))) {
          faults.add(node, "there is no row '" + row + "'");
        }
      }
    }
    for (RouteRow row : rows) {
      unknown(row.copies(), functions)
          .ifPresent(
              role ->
                  faults.add(
                      root.line("rows"),
                      "row '" + row.id() + "' gives a copy to '" + role + "', " + WITHOUT));
    }
    return new CopyTable(rules, Set.copyOf(root.texts("neverCopied")), functions);
  }

  private CopyRule rule(YamlNode node) {
    Fields fields = Fields.of(node, faults);
    CopyRule rule =
        new CopyRule(
            Set.copyOf(fields.texts("rows")),
            fields.node("when").map(conditions::of).orElse(List.of()),
            fields.texts("to"));
    fields.close();
    if (rule.to().isEmpty()) {
      faults.add(node, "'to' names nobody");
    }
    if (rule.rows().isEmpty() && rule.when().isEmpty()) {
      faults.add(node, "a copy of everything is for nobody: 'rows' or 'when' is missing");
    }
    return rule;
  }

  private void known(YamlNode node, List<String> roles, Map<String, Copy.Function> functions) {
    unknown(roles, functions)
        .ifPresent(role -> faults.add(node, "a copy goes to '" + role + "', " + WITHOUT));
  }

  private static Optional<String> unknown(
      List<String> roles, Map<String, Copy.Function> functions) {
    return roles.stream().filter(role -> !functions.containsKey(role)).findFirst();
  }

  private Map<String, Copy.Function> functions(Fields root) {
    Map<String, Copy.Function> functions = new TreeMap<>();
    Optional<YamlNode> node = root.node("functions");
    if (node.isEmpty()) {
      return functions;
    }
    Fields fields = Fields.of(node.get(), faults);
    for (Copy.Function function : Copy.Function.values()) {
      for (String role : fields.texts(function.name())) {
        if (functions.put(role, function) != null) {
          faults.add(fields.line(function.name()), "'" + role + "' has two functions");
        }
      }
    }
    fields.close();
    return functions;
  }
}
