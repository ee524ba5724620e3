package org.safeguardinghub.connectors.form.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.safeguardinghub.connectors.form.mapping.Mapping.Layout;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;

/**
 * Reads where a text comes from: a place, or {@code at: place}; {@code first: [places]}; {@code
 * all: place}; {@code join: [values], with: text}; {@code part: pattern, of: place}; {@code text:
 * words}; or a list, which is a join. With {@code required: true} a record without it is refused.
 */
final class Values {
  private final Faults faults;
  private final boolean columns;

  Values(Faults faults, Layout layout) {
    this.faults = faults;
    this.columns = layout instanceof Layout.Csv;
  }

  /** The place that a key names. */
  Path path(Fields fields, String key) {
    return path(fields.text(key), fields.line(key));
  }

  Optional<Path> optionalPath(Fields fields, String key) {
    return fields.optionalText(key).map(text -> path(text, fields.line(key)));
  }

  private Path path(String text, int line) {
    return (columns ? Path.column(text) : Path.of(text)).at(line);
  }

  /**
   * A value that must be there.
   *
   * @param with what stands between the items of a list
   */
  Value required(Fields fields, String key, String with) {
    Optional<YamlNode> node = fields.node(key);
    if (node.isEmpty()) {
      faults.add(fields.line(), "'" + key + "' is missing");
    }
    return node.map(one -> value(one, with)).orElseGet(() -> new Value.Literal(""));
  }

  Value optional(Fields fields, String key, String with) {
    return fields.node(key).map(one -> value(one, with)).orElseGet(() -> new Value.Literal(""));
  }

  /** Names and values. */
  Map<String, Value> map(Fields fields, String key) {
    Map<String, Value> values = new LinkedHashMap<>();
    Optional<YamlNode> node = fields.node(key);
    if (node.isPresent() && node.get() instanceof YamlNode.Mapping mapping) {
      mapping.entries().forEach((name, entry) -> values.put(name, value(entry.value(), " ")));
    } else {
      node.ifPresent(wrong -> faults.add(wrong, "'" + key + "' must be a map of names and places"));
    }
    return values;
  }

  Value value(YamlNode node, String with) {
    return switch (node) {
      case YamlNode.Scalar(int line, String text) -> new Value.First(List.of(path(text, line)));
      case YamlNode.Sequence(int _, List<YamlNode> items) ->
          new Value.Join(items.stream().map(item -> value(item, with)).toList(), with);
      case YamlNode.Mapping mapping -> built(Fields.of(mapping, faults), with);
    };
  }

  private Value built(Fields fields, String with) {
    Value value;
    if (fields.has("at")) {
      value = new Value.First(List.of(path(fields, "at")));
    } else if (fields.has("first")) {
      value =
          new Value.First(
              fields.texts("first").stream()
                  .map(text -> path(text, fields.line("first")))
                  .toList());
    } else if (fields.has("all")) {
      value = new Value.All(path(fields, "all"), between(fields, ", "));
    } else if (fields.has("part")) {
      value = new Value.Part(required(fields, "of", with), pattern(fields), fields.flag("strict"));
    } else if (fields.has("text")) {
      value = new Value.Literal(fields.text("text"));
    } else if (fields.has("join")) {
      List<Value> parts = new ArrayList<>();
      fields.requiredItems("join").forEach(item -> parts.add(value(item, with)));
      value = new Value.Join(parts, between(fields, with));
    } else {
      faults.add(
          fields.line(), "say where it stands: a place, or at, first, all, join, part or text");
      value = new Value.Literal("");
    }
    if (fields.flag("required")) {
      value = new Value.Needed(value);
    }
    fields.close();
    return value;
  }

  private Pattern pattern(Fields fields) {
    try {
      Pattern pattern = Pattern.compile(fields.text("part"));
      if (pattern.matcher("").groupCount() == 1) {
        return pattern;
      }
    } catch (PatternSyntaxException e) {
      // said below
    }
    faults.add(fields.line("part"), "'part' must be a pattern with one group, such as ([A-Z]+):");
    return Pattern.compile("()");
  }

  private static String between(Fields fields, String otherwise) {
    return fields
        .node("with")
        .filter(YamlNode.Scalar.class::isInstance)
        .map(node -> ((YamlNode.Scalar) node).text())
        .orElse(otherwise);
  }
}
