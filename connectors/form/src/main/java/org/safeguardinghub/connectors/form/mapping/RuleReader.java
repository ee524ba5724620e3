package org.safeguardinghub.connectors.form.mapping;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.safeguardinghub.connectors.form.CodeBook.Meaning;
import org.safeguardinghub.connectors.form.CodeBook.Table;
import org.safeguardinghub.connectors.form.CodeReader;
import org.safeguardinghub.connectors.form.mapping.Mapping.AttributeFrom;
import org.safeguardinghub.connectors.form.mapping.Mapping.Becomes;
import org.safeguardinghub.connectors.form.mapping.Mapping.Level;
import org.safeguardinghub.connectors.form.mapping.Mapping.Occurred;
import org.safeguardinghub.connectors.form.mapping.Mapping.Rule;
import org.safeguardinghub.kernel.catalogue.AttributeCheck;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** Reads which event a record becomes. */
final class RuleReader {
  private static final Set<String> REFERENCES =
      Set.of(
          "householdRef",
          "placeRef",
          "settingRef",
          "adultRef",
          "incidentRef",
          "derivedFrom",
          "supersedes");

  private final EventCatalogue catalogue;
  private final CodeReader codes;
  private final Faults faults;
  private final Values values;
  private final Map<String, Table> tables;
  private final MappingReader mappings;
  private final Set<String> used = new HashSet<>();

  RuleReader(
      EventCatalogue catalogue,
      CodeReader codes,
      Faults faults,
      Values values,
      Map<String, Table> tables,
      MappingReader mappings) {
    this.catalogue = catalogue;
    this.codes = codes;
    this.faults = faults;
    this.values = values;
    this.tables = tables;
    this.mappings = mappings;
  }

  /** Tables that an event goes by. */
  Set<String> used() {
    return used;
  }

  Rule rule(Fields fields) {
    Becomes becomes = becomes(fields);
    Rule rule =
        new Rule(
            fields.text("event"),
            values.optionalPath(fields, "each"),
            Conditions.of(fields, "when", values::path, faults),
            values.required(fields, "recordId", "/"),
            occurred(fields),
            becomes,
            level(fields),
            fields.has("narrative")
                ? Optional.of(values.required(fields, "narrative", ". "))
                : Optional.empty(),
            fields.has("assertion")
                ? Optional.of(fields.constant("assertion", Assertion.class))
                : Optional.empty(),
            references(fields),
            attributes(fields, types(becomes)),
            mappings.people(fields, values));
    fields.close();
    return rule;
  }

  private Becomes becomes(Fields fields) {
    if (!fields.has("becomesBy")) {
      OptionalInt level = fields.optionalWhole("level", 1, 4);
      Optional<EventType> type = codes.type(fields);
      if (type.isEmpty() && fields.text("becomes").equals(CodeReader.NO_EVENT)) {
        faults.add(fields.line("becomes"), "an event that is none is said in 'otherwise'");
      }
      return new Becomes.Type(type.orElse(catalogue.types().getFirst()), level);
    }
    Fields by = Fields.of(fields.node("becomesBy").orElseThrow(), faults);
    String table = by.text("table");
    Becomes coded = new Becomes.Coded(values.required(by, "code", " "), table);
    if (!tables.containsKey(table)) {
      faults.add(by.line("table"), "there is no table '" + table + "'");
    }
    used.add(table);
    by.close();
    return coded;
  }

  private List<EventType> types(Becomes becomes) {
    return switch (becomes) {
      case Becomes.Type(EventType type, OptionalInt _) -> List.of(type);
      case Becomes.Coded(Value _, String table) ->
          tables.containsKey(table)
              ? tables.get(table).codes().values().stream()
                  .map(Meaning::type)
                  .flatMap(Optional::stream)
                  .map(catalogue::find)
                  .flatMap(Optional::stream)
                  .distinct()
                  .toList()
              : List.of();
    };
  }

  private Occurred occurred(Fields fields) {
    Optional<YamlNode> node = fields.node("occurredAt");
    if (node.isEmpty() || !(node.get() instanceof YamlNode.Mapping)) {
      return new Occurred(values.required(fields, "occurredAt", " "), List.of(), false);
    }
    Fields at = Fields.of(node.get(), faults);
    if (!at.has("at")) {
      return new Occurred(values.value(node.get(), " "), List.of(), false);
    }
    List<DateTimeFormatter> formats = new ArrayList<>();
    for (String pattern : at.texts("formats")) {
      DayLetters.fault(pattern).ifPresent(reason -> faults.add(at.line("formats"), reason));
      try {
        formats.add(
            new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH));
      } catch (IllegalArgumentException e) {
        faults.add(at.line("formats"), "'" + pattern + "' is no format such as dd/MM/yyyy HH:mm");
      }
    }
    Occurred occurred =
        new Occurred(values.required(at, "at", " "), formats, at.flag("approximate"));
    at.close();
    return occurred;
  }

  private Optional<Level> level(Fields fields) {
    Optional<YamlNode> node = fields.node("levelBy");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Fields by = Fields.of(node.get(), faults);
    Map<String, Integer> levels = new LinkedHashMap<>();
    Optional<YamlNode> map = by.node("levels");
    if (map.isPresent() && map.get() instanceof YamlNode.Mapping mapping) {
      Fields each = Fields.of(mapping, faults);
      mapping
          .entries()
          .keySet()
          .forEach(code -> levels.put(code.toUpperCase(Locale.ROOT), each.whole(code, 1, 4)));
    } else {
      faults.add(by.line(), "levels must be a map of the source's grades and levels 1 to 4");
    }
    Level level = new Level(values.required(by, "code", " "), by.text("scale"), levels);
    by.close();
    return Optional.of(level);
  }

  private Map<String, Value> references(Fields fields) {
    Map<String, Value> references = values.map(fields, "references");
    references.keySet().stream()
        .filter(name -> !REFERENCES.contains(name))
        .forEach(
            name ->
                faults.add(
                    fields.line("references"),
                    "'"
                        + name
                        + "' is no reference; there are "
                        + new java.util.TreeSet<>(REFERENCES)));
    return references;
  }

  private List<AttributeFrom> attributes(Fields fields, List<EventType> types) {
    List<AttributeFrom> attributes = new ArrayList<>();
    for (YamlNode node : fields.items("attributes")) {
      Fields attribute = Fields.of(node, faults);
      String name = attribute.text("attribute");
      Map<String, Object> meanings = new LinkedHashMap<>();
      if (attribute.node("codes").orElse(null) instanceof YamlNode.Mapping mapping) {
        mapping.entries().forEach((code, entry) -> meaning(meanings, code, entry.value()));
      }
      Value from = values.required(attribute, "from", " ");
      boolean needed = attribute.flag("required");
      attributes.add(new AttributeFrom(name, needed ? new Value.Needed(from) : from, meanings));
      types.forEach(type -> check(type, name, meanings, attribute));
      attribute.close();
    }
    return attributes;
  }

  private static void meaning(Map<String, Object> meanings, String code, YamlNode node) {
    String text = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    meanings.put(
        code.toUpperCase(Locale.ROOT),
        switch (text) {
          case "true", "false" -> Boolean.valueOf(text);
          default -> text.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(text) : text;
        });
  }

  private void check(EventType type, String name, Map<String, Object> meanings, Fields at) {
    if (!type.attributes().containsKey(name)) {
      faults.add(at.line("attribute"), type.code() + " may not carry '" + name + "'");
      return;
    }
    for (Object value : meanings.values()) {
      catalogue.check(type, Map.of(name, value), type.handling()).refused().stream()
          .map(AttributeCheck.Refused::explanation)
          .forEach(reason -> faults.add(at.line("codes"), reason));
    }
  }
}
