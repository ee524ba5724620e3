package org.safeguardinghub.connectors.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;

/**
 * A reviewed file that says what each code of a source becomes. Every decision from code to event
 * stands in one, with its reason. Reading it checks that each event type exists, is the sender's
 * own to send, and may carry the attributes given with it.
 */
public final class CodeBook {
  private final Map<String, Table> tables;

  private CodeBook(Map<String, Table> tables) {
    this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  /**
   * One table of codes.
   *
   * @param title what the codes are
   * @param codes code in upper case and its meaning, in the order of the file
   */
  public record Table(String title, Map<String, Meaning> codes) {
    public Table {
      codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /** What a code means; case makes no difference. */
    public Optional<Meaning> find(String code) {
      return Optional.ofNullable(codes.get(key(code)));
    }
  }

  /**
   * What one code means.
   *
   * @param code as the source writes it
   * @param title what the source calls it
   * @param type the event type that it becomes; empty: no event
   * @param level the level proposed with it
   * @param attributes what it says of the event, by the names of the catalogue
   * @param why why
   */
  public record Meaning(
      String code,
      String title,
      Optional<String> type,
      OptionalInt level,
      Map<String, Object> attributes,
      String why) {
    public Meaning {
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
  }

  /** Reads a book that is shipped with a connector; a faulty one is a fault of the build. */
  public static CodeBook of(
      String name, String yaml, EventCatalogue catalogue, Set<OriginFamily> families) {
    Faults faults = new Faults(name);
    CodeBook book = read(yaml, catalogue, families, faults);
    if (!faults.none()) {
      throw new IllegalStateException(
          "the code book "
              + name
              + " is faulty:\n"
              + String.join("\n", faults.inOrder().stream().map(Fault::toString).toList()));
    }
    return book;
  }

  static CodeBook read(
      String yaml, EventCatalogue catalogue, Set<OriginFamily> families, Faults faults) {
    Map<String, Table> tables = new LinkedHashMap<>();
    Optional<YamlNode.Mapping> root = YamlDocument.parse(yaml, faults);
    CodeReader reader = new CodeReader(catalogue, families, faults);
    root.ifPresent(
        mapping -> {
          Fields file = Fields.of(mapping, faults);
          file.text("id");
          file.whole("version", 1, 1_000_000);
          file.date("effectiveFrom");
          for (YamlNode node : file.requiredItems("tables")) {
            Fields table = Fields.of(node, faults);
            String name = table.text("table");
            Table read = new Table(table.text("title"), reader.codes(table));
            if (tables.put(name, read) != null) {
              faults.add(table.line("table"), "the table is given twice");
            }
            table.close();
          }
          file.close();
        });
    return new CodeBook(tables);
  }

  /** A table that the connector cannot do without. */
  public Table table(String name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalStateException("the code book has no table " + name);
    }
    return table;
  }

  /** What a code of a table means. */
  public Optional<Meaning> find(String table, String code) {
    return table(table).find(code);
  }

  /** The tables as Markdown, for the README that shows them. */
  public String markdown() {
    return markdown(tables);
  }

  /** The same for tables that stand elsewhere. */
  public static String markdown(Map<String, Table> tables) {
    List<String> lines = new ArrayList<>();
    tables.forEach(
        (name, table) -> {
          lines.add("**" + table.title() + "** (`" + name + "`)");
          lines.add("");
          lines.addAll(rows(table));
          lines.add("");
        });
    return String.join("\n", lines);
  }

  private static List<String> rows(Table table) {
    List<String> lines = new ArrayList<>();
    lines.add("| code | title | becomes | reason |");
    lines.add("|---|---|---|---|");
    for (Meaning meaning : table.codes().values()) {
      String becomes = meaning.type().map(type -> "`" + type + "`").orElse("no event");
      String level = meaning.level().isPresent() ? ", level " + meaning.level().getAsInt() : "";
      StringBuilder attributes = new StringBuilder();
      meaning
          .attributes()
          .forEach((key, value) -> attributes.append(", ").append(key).append('=').append(value));
      lines.add(
          "| `%s` | %s | %s%s%s | %s |"
              .formatted(
                  meaning.code(), meaning.title(), becomes, level, attributes, meaning.why()));
    }
    return lines;
  }

  static String key(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }
}
