package org.safeguardinghub.connectors.form.mapping;

import java.util.ArrayList;
import java.util.List;
import org.safeguardinghub.connectors.form.CodeBook;
import org.safeguardinghub.connectors.form.mapping.Mapping.Becomes;
import org.safeguardinghub.connectors.form.mapping.Mapping.Rule;

/** A mapping in words. */
final class MappingWords {
  private MappingWords() {}

  static String markdown(Mapping mapping) {
    List<String> lines = new ArrayList<>();
    lines.add("### " + mapping.title() + " (`" + mapping.id() + "`)");
    lines.add("");
    if (!mapping.rules().isEmpty()) {
      lines.add("| record | becomes |");
      lines.add("|---|---|");
      mapping
          .rules()
          .forEach(rule -> lines.add("| %s | %s |".formatted(rule.name(), becomes(rule))));
      lines.add("");
    }
    if (!mapping.tables().isEmpty()) {
      lines.add(CodeBook.markdown(mapping.tables()).stripTrailing());
      lines.add("");
    }
    lines.add(
        "%s: no event, `%s` (%s)."
            .formatted(
                mapping.rules().isEmpty() ? "Every record" : "Any other record",
                mapping.otherwise().reasonCode(),
                mapping.otherwise().why()));
    return String.join("\n", lines);
  }

  private static String becomes(Rule rule) {
    return switch (rule.becomes()) {
      case Becomes.Type(var type, var level) ->
          "`" + type.code() + "`" + (level.isPresent() ? ", level " + level.getAsInt() : "");
      case Becomes.Coded(Value _, String table) -> "by the table `" + table + "`";
    };
  }
}
