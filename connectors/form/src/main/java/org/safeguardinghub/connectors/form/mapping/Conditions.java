package org.safeguardinghub.connectors.form.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** Reads what must hold of a record. */
final class Conditions {
  private Conditions() {}

  static List<Condition> of(
      Fields fields, String key, BiFunction<Fields, String, Path> path, Faults faults) {
    List<Condition> conditions = new ArrayList<>();
    for (YamlNode node : fields.items(key)) {
      conditions.add(condition(Fields.of(node, faults), path, faults));
    }
    return conditions;
  }

  private static Condition condition(
      Fields fields, BiFunction<Fields, String, Path> path, Faults faults) {
    Condition condition;
    if (fields.has("is")) {
      condition = is(fields, "is", path);
    } else if (fields.has("isNot")) {
      condition = new Condition.IsNot(is(fields, "isNot", path));
    } else if (fields.has("present")) {
      condition = new Condition.Present(path.apply(fields, "at"), fields.flag("present"));
    } else if (fields.has("atLeast")) {
      condition =
          new Condition.AtLeast(path.apply(fields, "at"), fields.whole("atLeast", 0, 1_000_000));
    } else if (fields.has("youngerThan")) {
      condition =
          new Condition.Younger(
              path.apply(fields, "born"),
              path.apply(fields, "on"),
              fields.whole("youngerThan", 1, 120));
    } else {
      faults.add(
          fields.line(),
          "say what must hold: is, isNot, present, atLeast, or youngerThan with born and on");
      condition = new Condition.Present(new Path(List.of(), 0), true);
      fields.node("at");
    }
    fields.close();
    return condition;
  }

  private static Condition.Is is(Fields fields, String key, BiFunction<Fields, String, Path> path) {
    Set<String> values =
        fields.texts(key).stream()
            .map(text -> text.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new Condition.Is(path.apply(fields, "at"), values);
  }
}
