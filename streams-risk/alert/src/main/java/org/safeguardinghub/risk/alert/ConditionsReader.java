package org.safeguardinghub.risk.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** Reads the conditions of a routing table's rows and copies strictly. */
final class ConditionsReader {
  private final Faults faults;

  ConditionsReader(Faults faults) {
    this.faults = faults;
  }

  List<RouteCondition> of(YamlNode node) {
    Fields fields = Fields.of(node, faults);
    List<RouteCondition> conditions = new ArrayList<>();
    if (fields.has("patterns")) {
      conditions.add(new RouteCondition.PatternIn(Set.copyOf(fields.texts("patterns"))));
    }
    if (fields.has("notPatterns")) {
      conditions.add(new RouteCondition.PatternNotIn(Set.copyOf(fields.texts("notPatterns"))));
    }
    if (fields.has("severities")) {
      conditions.add(
          new RouteCondition.SeverityIn(constants(fields, "severities", Severity.class)));
    }
    if (fields.has("scopes")) {
      conditions.add(new RouteCondition.ScopeIn(constants(fields, "scopes", Scope.class)));
    }
    if (fields.has("openCase")) {
      conditions.add(new RouteCondition.OpenCase(constants(fields, "openCase", CaseKind.class)));
    }
    evidenceConditions(fields, conditions);
    constants(fields, "is", RouteCondition.Flag.class).stream()
        .sorted()
        .forEach(flag -> conditions.add(new RouteCondition.Is(flag)));
    fields.close();
    return conditions;
  }

  private void evidenceConditions(Fields fields, List<RouteCondition> conditions) {
    if (fields.has("allEvidenceAtLeast")) {
      conditions.add(
          new RouteCondition.AllEvidenceAtLeast(
              fields.constant("allEvidenceAtLeast", HandlingClass.class)));
    }
    if (fields.has("anyEvidenceOf")) {
      conditions.add(
          new RouteCondition.AnyEvidenceOf(fields.constant("anyEvidenceOf", HandlingClass.class)));
    }
    fields
        .optionalWhole("levelAtLeast", 1, 4)
        .ifPresent(level -> conditions.add(new RouteCondition.LevelAtLeast(level)));
    fields
        .optionalWhole("levelAtMost", 1, 4)
        .ifPresent(level -> conditions.add(new RouteCondition.LevelAtMost(level)));
    if (fields.has("onlyFamilies")) {
      conditions.add(
          new RouteCondition.OnlyFamilies(
              List.copyOf(constants(fields, "onlyFamilies", OriginFamily.class))));
    }
    if (fields.flag("oneAgency")) {
      conditions.add(new RouteCondition.OneAgency());
    }
  }

  <E extends Enum<E>> Set<E> constants(Fields fields, String key, Class<E> type) {
    Set<E> found = new HashSet<>();
    for (String text : fields.texts(key)) {
      Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.name().equals(text))
          .findFirst()
          .ifPresentOrElse(
              found::add,
              () ->
                  faults.add(
                      fields.line(key),
                      "'" + text + "' is none of " + Arrays.toString(type.getEnumConstants())));
    }
    return found;
  }
}
