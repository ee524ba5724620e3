package org.safeguardinghub.kernel.catalogue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;

/**
 * Reads families and code sets. Families come first, since the types need them; sets last, since
 * they name types.
 */
final class GroupsReader {
  private final Faults faults;
  private final Map<String, OriginFamily> byPrefix = new HashMap<>();
  private final Map<String, OriginFamily> byCode = new LinkedHashMap<>();
  private int familiesLine = 1;

  GroupsReader(Faults faults) {
    this.faults = faults;
  }

  void readFamilies(YamlNode.Mapping root) {
    Fields fields = Fields.of(root, faults);
    Set<OriginFamily> seen = new LinkedHashSet<>();
    familiesLine = fields.line("families");
    for (YamlNode node : fields.requiredItems("families")) {
      Fields row = Fields.of(node, faults);
      OriginFamily family = row.constant("family", OriginFamily.class);
      if (row.has("family") && !seen.add(family)) {
        faults.add(row.line("family"), "family " + family + " is given twice");
      }
      if (!row.text("title").equals(family.title()) && row.has("title")) {
        faults.add(row.line("title"), "the title of " + family + " is '" + family.title() + "'");
      }
      put(row, "prefixes", byPrefix, family);
      put(row, "codes", byCode, family);
      row.close();
    }
    for (OriginFamily family : OriginFamily.values()) {
      if (!seen.contains(family)) {
        faults.add(familiesLine, "family " + family + " is missing");
      }
    }
  }

  private void put(Fields row, String key, Map<String, OriginFamily> target, OriginFamily family) {
    for (String name : row.texts(key)) {
      if (target.putIfAbsent(name, family) != null) {
        faults.add(row.line(key), "'" + name + "' belongs to two families");
      }
    }
  }

  Optional<OriginFamily> familyOf(String code) {
    OriginFamily single = byCode.get(code);
    int dash = code.indexOf('-');
    return single != null || dash < 0
        ? Optional.ofNullable(single)
        : Optional.ofNullable(byPrefix.get(code.substring(0, dash)));
  }

  Map<CodeSet, CodeGroup> readSets(
      YamlNode.Mapping root, Set<String> knownCodes, Map<String, Attribute> attributes) {
    Fields fields = Fields.of(root, faults);
    fields.text("id");
    fields.whole("version", 1, 1_000_000);
    fields.date("effectiveFrom");
    fields.items("families");
    byCode.keySet().stream()
        .filter(code -> !knownCodes.contains(code))
        .forEach(code -> faults.add(familiesLine, "'" + code + "' is not in the catalogue"));
    Map<CodeSet, CodeGroup> sets = new EnumMap<>(CodeSet.class);
    fields.requiredItems("codeSets").forEach(node -> readSet(node, knownCodes, attributes, sets));
    fields.close();
    for (CodeSet set : CodeSet.values()) {
      if (!sets.containsKey(set)) {
        faults.add(fields.line("codeSets"), "set " + set + " is missing");
      }
    }
    return sets;
  }

  private void readSet(
      YamlNode node,
      Set<String> knownCodes,
      Map<String, Attribute> attributes,
      Map<CodeSet, CodeGroup> sets) {
    Fields row = Fields.of(node, faults);
    CodeSet set = row.constant("set", CodeSet.class);
    row.requiredItems("codes");
    List<String> codes = row.texts("codes");
    codes.stream()
        .filter(code -> !knownCodes.contains(code))
        .forEach(code -> faults.add(row.line("codes"), "'" + code + "' is not in the catalogue"));
    Map<String, CodeGroup.Condition> conditions = new LinkedHashMap<>();
    row.items("when").forEach(item -> condition(item, codes, attributes, conditions));
    row.close();
    if (sets.putIfAbsent(set, new CodeGroup(new LinkedHashSet<>(codes), conditions)) != null
        && row.has("set")) {
      faults.add(row.line("set"), "set " + set + " is given twice");
    }
  }

  private void condition(
      YamlNode node,
      List<String> codes,
      Map<String, Attribute> attributes,
      Map<String, CodeGroup.Condition> conditions) {
    Fields row = Fields.of(node, faults);
    String code = row.text("code");
    String name = row.text("attribute");
    String value = row.text("value");
    row.close();
    if (!codes.contains(code)) {
      faults.add(row.line("code"), "'" + code + "' is not in this set");
    }
    Attribute attribute = attributes.get(name);
    if (attribute == null
        || !(attribute.type() instanceof AttributeType.Code type)
        || !type.values().contains(value)) {
      faults.add(row.line("value"), "'" + name + "' has no such code");
    }
    if (conditions.putIfAbsent(code, new CodeGroup.Condition(name, value)) != null) {
      faults.add(row.line("code"), "'" + code + "' has two conditions");
    }
  }
}
