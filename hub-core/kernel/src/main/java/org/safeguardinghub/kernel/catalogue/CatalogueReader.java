package org.safeguardinghub.kernel.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.safeguardinghub.kernel.catalogue.EventCatalogue.Reading;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** Reads the two files of the catalogue and reports every fault of both. */
final class CatalogueReader {
  private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}-[A-Z0-9]{2,4}-[0-9]{2}");
  private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[a-z][A-Za-z0-9]{1,39}");

  private final Faults faults = new Faults("event-catalogue.yaml");
  private final Faults groupFaults = new Faults("event-groups.yaml");

  Reading read(String catalogueYaml, String groupsYaml) {
    GroupsReader groups = new GroupsReader(groupFaults);
    Optional<YamlNode.Mapping> groupsRoot = YamlDocument.parse(groupsYaml, groupFaults);
    groupsRoot.ifPresent(groups::readFamilies);
    Optional<EventCatalogue> catalogue =
        YamlDocument.parse(catalogueYaml, faults).map(root -> catalogue(root, groups, groupsRoot));
    if (faults.none() && groupFaults.none() && catalogue.isPresent()) {
      return new Reading.Sound(catalogue.get());
    }
    List<Fault> all = new ArrayList<>(faults.inOrder());
    all.addAll(groupFaults.inOrder());
    return new Reading.Faulty(all);
  }

  private EventCatalogue catalogue(
      YamlNode.Mapping root, GroupsReader groups, Optional<YamlNode.Mapping> groupsRoot) {
    Fields fields = Fields.of(root, faults);
    String id = fields.text("id");
    int version = fields.whole("version", 1, 1_000_000);
    LocalDate effectiveFrom = fields.date("effectiveFrom");
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    fields.requiredItems("attributes").forEach(node -> attribute(node, attributes));
    Map<String, TypeRow> rows = new LinkedHashMap<>();
    fields.requiredItems("types").forEach(node -> type(node, attributes, rows));
    fields.close();
    Map<CodeSet, CodeGroup> sets =
        groupsRoot.map(node -> groups.readSets(node, rows.keySet(), attributes)).orElse(Map.of());
    Map<String, EventType> types = new LinkedHashMap<>();
    CodeGroup facts = sets.getOrDefault(CodeSet.FACT, new CodeGroup(Set.of(), Map.of()));
    rows.forEach(
        (code, row) ->
            types.put(
                code,
                row.resolve(
                    facts.codes().contains(code),
                    groups
                        .familyOf(code)
                        .orElseGet(
                            () -> {
                              faults.add(
                                  row.line(), "no origin family has the prefix of '" + code + "'");
                              return OriginFamily.NONE;
                            }))));
    return new EventCatalogue(id, version, effectiveFrom, types, attributes, sets);
  }

  private void attribute(YamlNode node, Map<String, Attribute> known) {
    Fields fields = Fields.of(node, faults);
    String name = fields.text("name");
    AttributeType type = attributeType(fields);
    boolean place = fields.flag("place");
    boolean hashed = fields.flag("hashed") || place;
    String purpose = fields.text("purpose");
    List<String> usedBy = fields.texts("usedBy");
    fields.close();
    if (!name.isEmpty() && !ATTRIBUTE_NAME.matcher(name).matches()) {
      faults.add(
          fields.line("name"),
          "'" + name + "' is no attribute name: letters and digits, a small one first");
    }
    if (hashed && !(type instanceof AttributeType.Reference)) {
      faults.add(fields.line(), "only a reference can be hashed");
    }
    if (known.putIfAbsent(name, new Attribute(name, type, hashed, place, purpose, usedBy))
        != null) {
      faults.add(fields.line("name"), "attribute '" + name + "' is defined twice");
    }
  }

  private AttributeType attributeType(Fields fields) {
    String kind = fields.text("type");
    return switch (kind) {
      case "flag" -> new AttributeType.Flag();
      case "code" -> new AttributeType.Code(values(fields));
      case "codes" -> new AttributeType.Codes(values(fields));
      case "localCode" -> new AttributeType.LocalCode();
      case "percent" -> new AttributeType.Whole(0, 100);
      case "reference" -> new AttributeType.Reference();
      case "regrade" -> new AttributeType.Regrade();
      case "whole" -> {
        int min = fields.whole("min", -1_000_000, 1_000_000);
        int max = fields.whole("max", -1_000_000, 1_000_000);
        if (min > max) {
          faults.add(fields.line("max"), "'max' is below 'min'");
        }
        yield new AttributeType.Whole(min, max);
      }
      default -> {
        if (!kind.isEmpty()) {
          faults.add(
              fields.line("type"),
              "'type' must be one of [flag, code, codes, localCode, whole, percent, reference, regrade]");
        }
        yield new AttributeType.Flag();
      }
    };
  }

  private static List<String> values(Fields fields) {
    fields.requiredItems("values");
    return fields.texts("values");
  }

  private void type(YamlNode node, Map<String, Attribute> attributes, Map<String, TypeRow> rows) {
    Fields fields = Fields.of(node, faults);
    String code = fields.text("code");
    if (!code.isEmpty() && !CODE.matcher(code).matches()) {
      faults.add(fields.line("code"), "'" + code + "' is no event type code such as EDU-NEG-01");
    }
    Map<String, Attribute> own = new LinkedHashMap<>();
    for (String name : fields.texts("attributes")) {
      Attribute attribute = attributes.get(name);
      if (attribute == null) {
        faults.add(fields.line("attributes"), "attribute '" + name + "' is not defined above");
      } else {
        own.put(name, attribute);
      }
    }
    TypeRow row =
        new TypeRow(
            fields.line(),
            code,
            fields.text("title"),
            fields.constant("category", Category.class),
            fields.whole("level", 1, 4),
            fields.text("agency"),
            fields.text("system"),
            fields.constant("handling", HandlingClass.class),
            fields.optionalWhole("halfLifeDays", 1, 36_500),
            own,
            fields.optionalText("note"));
    fields.close();
    if (row.halfLife().isEmpty()
        && !fields.has("halfLifeDays")
        && row.category() != Category.PROC
        && fields.has("category")) {
      faults.add(
          fields.line(), "'" + code + "' needs halfLifeDays: only category PROC goes without");
    }
    if (rows.putIfAbsent(code, row) != null) {
      faults.add(fields.line("code"), "event type '" + code + "' is defined twice");
    }
  }

  /** A type as its file has it, before family and facts are known. */
  private record TypeRow(
      int line,
      String code,
      String title,
      Category category,
      int level,
      String agency,
      String system,
      HandlingClass handling,
      OptionalInt halfLife,
      Map<String, Attribute> attributes,
      Optional<String> note) {
    EventType resolve(boolean fact, OriginFamily family) {
      return new EventType(
          code,
          title,
          category,
          level,
          agency,
          system,
          handling,
          halfLife,
          attributes,
          fact,
          family,
          note);
    }
  }
}
