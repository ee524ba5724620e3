package org.safeguardinghub.connectors.form.mapping;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.connectors.form.CodeBook.Table;
import org.safeguardinghub.connectors.form.CodeReader;
import org.safeguardinghub.connectors.form.mapping.Mapping.Layout;
import org.safeguardinghub.connectors.form.mapping.Mapping.ListBeside;
import org.safeguardinghub.connectors.form.mapping.Mapping.Otherwise;
import org.safeguardinghub.connectors.form.mapping.Mapping.Person;
import org.safeguardinghub.connectors.form.mapping.Mapping.Rule;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.sharing.LegalGateways;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** Reads a mapping file and says everything that is wrong with it, each with its line. */
public final class MappingReader {
  private static final Set<String> CLAIMS =
      Set.of(
          "givenNames",
          "familyName",
          "fullName",
          "alias",
          "dateOfBirth",
          "expectedDate",
          "sex",
          "nhsNumber",
          "upn",
          "phone",
          "school",
          "note",
          "addressLine",
          "postcode",
          "uprn");

  private final EventCatalogue catalogue;
  private final Faults faults;

  private MappingReader(EventCatalogue catalogue, Faults faults) {
    this.catalogue = catalogue;
    this.faults = faults;
  }

  /** What became of reading. */
  public sealed interface Outcome {
    record Sound(MappingForm form) implements Outcome {}

    /** All faults, by line. */
    record Faulty(List<Fault> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * Reads a mapping.
   *
   * @param name of the file, for the faults
   */
  public static Outcome read(String name, String yaml, EventCatalogue catalogue) {
    Faults faults = new Faults(name);
    Optional<Mapping> mapping =
        YamlDocument.parse(yaml, faults)
            .map(root -> new MappingReader(catalogue, faults).mapping(Fields.of(root, faults)));
    return faults.none() && mapping.isPresent()
        ? new Outcome.Sound(new MappingForm(mapping.get()))
        : new Outcome.Faulty(faults.inOrder());
  }

  /** Reads a mapping that is shipped; a faulty one is a fault of the build. */
  public static MappingForm shipped(String name, String yaml, EventCatalogue catalogue) {
    return switch (read(name, yaml, catalogue)) {
      case Outcome.Sound(MappingForm form) -> form;
      case Outcome.Faulty(List<Fault> found) ->
          throw new IllegalStateException(
              "a shipped mapping is faulty:\n"
                  + String.join("\n", found.stream().map(Fault::toString).toList()));
    };
  }

  private Mapping mapping(Fields file) {
    String id = file.text("id");
    int version = file.whole("version", 1, 1_000_000);
    file.date("effectiveFrom");
    String title = file.text("title");
    Set<OriginFamily> families = families(file);
    String gateway = file.text("legalGateway");
    if (!gateway.isEmpty() && !LegalGateways.load().has(gateway)) {
      faults.add(file.line("legalGateway"), "legalGateway must be a code of legal-gateways.yaml");
    }
    boolean stable = file.flag("stableIds");
    List<Layout> layouts = new LayoutReader(faults).layouts(file);
    Values values = new Values(faults, layouts.getFirst());
    Optional<ListBeside> join = join(file, values, layouts);
    Map<String, Table> tables = tables(file, families);
    List<Person> people = people(file, values);
    List<Rule> rules = rules(file, values, families, tables);
    Otherwise otherwise = otherwise(file);
    file.close();
    return new Mapping(
        id, version, title, families, gateway, stable, layouts, join, people, rules, otherwise,
        tables);
  }

  private Optional<ListBeside> join(Fields file, Values values, List<Layout> layouts) {
    Optional<YamlNode> node = file.node("join");
    if (node.isPresent() && !(layouts.getFirst() instanceof Layout.Csv)) {
      faults.add(file.line("join"), "only rows under headings are joined with another list");
    }
    return node.map(
        found -> {
          Fields fields = Fields.of(found, faults);
          ListBeside join = new ListBeside(fields.text("list"), values.path(fields, "by"));
          fields.close();
          return join;
        });
  }

  private Set<OriginFamily> families(Fields file) {
    Set<OriginFamily> families = EnumSet.noneOf(OriginFamily.class);
    for (String text : file.texts("families")) {
      try {
        families.add(OriginFamily.valueOf(text));
      } catch (IllegalArgumentException e) {
        faults.add(
            file.line("families"),
            "'" + text + "' must be one of " + List.of(OriginFamily.values()));
      }
    }
    if (families.isEmpty()) {
      faults.add(file.line("families"), "families must name at least one family of agencies");
    }
    return families;
  }

  private Map<String, Table> tables(Fields file, Set<OriginFamily> families) {
    Map<String, Table> tables = new LinkedHashMap<>();
    CodeReader codes = new CodeReader(catalogue, families, faults);
    for (YamlNode node : file.items("tables")) {
      Fields table = Fields.of(node, faults);
      String name = table.text("table");
      if (tables.put(name, new Table(table.text("title"), codes.codes(table))) != null) {
        faults.add(table.line("table"), "the table is given twice");
      }
      table.close();
    }
    return tables;
  }

  private List<Rule> rules(
      Fields file, Values values, Set<OriginFamily> families, Map<String, Table> tables) {
    List<Rule> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    RuleReader reader =
        new RuleReader(
            catalogue, new CodeReader(catalogue, families, faults), faults, values, tables, this);
    for (YamlNode node : file.items("events")) {
      Fields fields = Fields.of(node, faults);
      Rule rule = reader.rule(fields);
      if (!names.add(rule.name())) {
        faults.add(fields.line("event"), "the event is given twice");
      }
      rules.add(rule);
    }
    for (String unused : tables.keySet()) {
      if (!reader.used().contains(unused)) {
        faults.add(file.line("tables"), "no event goes by the table '" + unused + "'");
      }
    }
    return rules;
  }

  List<Person> people(Fields fields, Values values) {
    List<Person> people = new ArrayList<>();
    for (YamlNode node : fields.items("people")) {
      Fields person = Fields.of(node, faults);
      people.add(
          new Person(
              person.has("role") ? person.constant("role", SubjectRole.class) : SubjectRole.HARMED,
              values.optionalPath(person, "each"),
              values.optional(person, "ref", ""),
              claims(person, values),
              values.map(person, "sourceRefs")));
      person.close();
    }
    return people;
  }

  private Map<String, Value> claims(Fields person, Values values) {
    Map<String, Value> claims = values.map(person, "claims");
    claims.keySet().stream()
        .filter(name -> !CLAIMS.contains(name))
        .forEach(
            name ->
                faults.add(
                    person.line("claims"),
                    "'" + name + "' is no claim; there are " + new java.util.TreeSet<>(CLAIMS)));
    return claims;
  }

  private Otherwise otherwise(Fields file) {
    Optional<YamlNode> node = file.node("otherwise");
    if (node.isEmpty()) {
      faults.add(
          file.line(),
          "'otherwise' is missing: say why a record to which no event applies is none");
      return new Otherwise("", "");
    }
    Fields fields = Fields.of(node.get(), faults);
    Otherwise otherwise = new Otherwise(fields.text("reason"), fields.text("why"));
    fields.close();
    return otherwise;
  }
}
