package org.safeguardinghub.risk.identity.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;
import org.safeguardinghub.risk.identity.model.Field;
import org.safeguardinghub.risk.identity.model.Kind;

/** Reads a mapping strictly: all faults at once, each with its line. */
public final class MappingReader {
  private static final String FULL_NAME = "full-name";
  private static final String AGE = "age";
  private static final String IGNORE = "ignore";

  private final Faults faults;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<Mapping.NamedColumn> named = new ArrayList<>();

  private MappingReader(Faults faults) {
    this.faults = faults;
  }

  /** What reading gave. */
  public sealed interface Reading {
    /** A mapping to go by. */
    record Sound(Mapping mapping) implements Reading {}

    /** What is to be mended, in the order of the lines. */
    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * Reads the text of a mapping.
   *
   * @param file its name, for faults
   */
  public static Reading read(String file, String text) {
    Faults faults = new Faults(file);
    Optional<Mapping> mapping =
        YamlDocument.parse(text, faults).map(root -> new MappingReader(faults).mapping(root));
    return mapping.isPresent() && faults.none()
        ? new Reading.Sound(mapping.get())
        : new Reading.Faulty(faults.inOrder());
  }

  /** Every kind that a column may have. */
  public static String kinds() {
    return Stream.concat(
            Stream.of(Kind.values()).map(Kind::written), Stream.of(FULL_NAME, AGE, IGNORE))
        .collect(Collectors.joining(", "));
  }

  /** A column as the mapping describes it. */
  private record Column(
      String kind, List<String> names, List<String> formats, List<String> parts, String at) {
    String in(Mapping.Cells cells) {
      for (String name : names) {
        String cell = cells.in(name);
        if (!cell.isBlank()) {
          return cell;
        }
      }
      return "";
    }
  }

  private Mapping mapping(YamlNode.Mapping root) {
    Fields fields = Fields.of(root, faults);
    Optional<String> record = fields.optionalText("record");
    Optional<String> source = fields.optionalText("source");
    record.ifPresent(name -> name(fields.line("record"), List.of(name)));
    source.ifPresent(name -> name(fields.line("source"), List.of(name)));
    Optional<Pattern> truth = fields.optionalText("truth-pattern").flatMap(t -> pattern(fields, t));
    String separator = fields.optionalText("separator").orElse(",");
    if (separator.equals("tab")) {
      separator = "\t";
    }
    if (separator.length() != 1) {
      faults.add(fields.line("separator"), "'separator' must be one character, or tab");
    }
    Optional<YamlNode> listed = fields.node("columns");
    if (listed.isPresent() && listed.get() instanceof YamlNode.Mapping map) {
      map.entries().forEach(this::column);
    } else {
      faults.add(fields.line("columns"), "'columns' must map columns to kinds");
    }
    fields.close();
    List<Field> matched = new ArrayList<>();
    List<Mapping.Value> values = new ArrayList<>();
    take(matched, values);
    if (matched.isEmpty() && faults.none()) {
      faults.add(fields.line("columns"), "no column says anything of a person");
    }
    return new Mapping(record, source, truth, separator.charAt(0), named, matched, values);
  }

  private Optional<Pattern> pattern(Fields fields, String text) {
    try {
      Pattern pattern = Pattern.compile(text);
      if (pattern.matcher("").groupCount() > 0) {
        return Optional.of(pattern);
      }
      faults.add(fields.line("truth-pattern"), "'truth-pattern' needs a group: (...)");
    } catch (PatternSyntaxException e) {
      faults.add(
          fields.line("truth-pattern"),
          "'truth-pattern' is no regular expression: " + e.getDescription());
    }
    return Optional.empty();
  }

  private void name(int line, List<String> names) {
    named.add(new Mapping.NamedColumn(names, line));
  }

  private void column(String name, YamlNode.Entry entry) {
    if (entry.value() instanceof YamlNode.Scalar scalar) {
      put(entry.line(), name, new Column(scalar.text(), List.of(name), List.of(), List.of(), ""));
      return;
    }
    Fields fields = Fields.of(entry.value(), faults);
    List<String> names = new ArrayList<>(List.of(name));
    names.addAll(fields.texts("also"));
    Column column =
        new Column(
            fields.text("kind"),
            names,
            fields.texts("formats"),
            fields.texts("parts"),
            fields.optionalText("at").orElse(""));
    fields.close();
    if (!column.formats.isEmpty() && !column.kind.equals(Kind.BIRTH_DATE.written())) {
      faults.add(fields.line("formats"), "'formats' is for birth-date only");
    }
    for (String format : column.formats) {
      if (!format.matches("[^\\p{L}]*([yMd]+[^\\p{L}]*){1,3}") || !format.contains("y")) {
        faults.add(
            fields.line("formats"),
            "'" + format + "' is no format of a date: write it such as dd/MM/yyyy or yyyyMMdd");
      }
    }
    if (!column.parts.isEmpty() && !column.kind.equals(Kind.BIRTH_DATE.written())) {
      faults.add(fields.line("parts"), "'parts' (year, month, day) is for birth-date only");
    }
    if (column.kind.equals(AGE) == column.at.isEmpty()) {
      faults.add(
          entry.line(),
          "an age needs 'at', the column or the year in which it held; no other kind");
    }
    put(entry.line(), name, column);
  }

  private void put(int line, String name, Column column) {
    boolean known =
        Kind.of(column.kind).isPresent() || List.of(FULL_NAME, AGE, IGNORE).contains(column.kind);
    if (!known) {
      faults.add(line, "unknown kind '" + column.kind + "'; kinds are " + kinds());
    } else if (!column.kind.equals(IGNORE)) {
      columns.put(name, column);
      if (column.parts.isEmpty()) {
        name(line, column.names);
      }
      column.parts.forEach(part -> name(line, List.of(part)));
      if (!column.at.isEmpty() && !column.at.matches("\\d{4}")) {
        name(line, List.of(column.at));
      }
    }
  }

  /** Fields with their values: whole names are cut, ages become years of birth. */
  private void take(List<Field> fields, List<Mapping.Value> values) {
    List<Column> whole = ofKind(FULL_NAME);
    List<Column> ages = ofKind(AGE);
    List<Column> given = ofKind(Kind.GIVEN_NAME.written());
    List<Column> surnames = ofKind(Kind.SURNAME.written());
    if (!whole.isEmpty()) {
      fields.add(Field.of(Kind.GIVEN_NAME.written(), Kind.GIVEN_NAME));
      values.add(
          cells ->
              WholeName.of(text(given, cells), text(surnames, cells), text(whole, cells)).given());
      fields.add(Field.of(Kind.SURNAME.written(), Kind.SURNAME));
      values.add(
          cells ->
              WholeName.of(text(given, cells), text(surnames, cells), text(whole, cells))
                  .surname());
    }
    if (!ages.isEmpty() && ofKind(Kind.BIRTH_DATE.written()).isEmpty()) {
      fields.add(Field.of(AGE, Kind.BIRTH_DATE));
      values.add(cells -> year(ages, cells));
    }
    columns.forEach(
        (name, column) -> {
          Optional<Kind> kind = Kind.of(column.kind);
          boolean taken = !whole.isEmpty() && (given.contains(column) || surnames.contains(column));
          if (kind.isPresent() && !taken) {
            fields.add(new Field(name, kind.get(), column.formats));
            values.add(
                kind.get() == Kind.BIRTH_DATE ? cells -> date(column, ages, cells) : column::in);
          }
        });
  }

  private List<Column> ofKind(String kind) {
    return columns.values().stream().filter(column -> column.kind.equals(kind)).toList();
  }

  private static String text(List<Column> columns, Mapping.Cells cells) {
    return columns.stream()
        .map(column -> column.in(cells))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static String date(Column column, List<Column> ages, Mapping.Cells cells) {
    String date =
        column.parts.isEmpty()
            ? column.in(cells)
            : column.parts.stream()
                .map(cells::in)
                .takeWhile(part -> !part.isBlank())
                .collect(Collectors.joining("-"));
    return date.isBlank() ? year(ages, cells) : date;
  }

  private static String year(List<Column> ages, Mapping.Cells cells) {
    for (Column age : ages) {
      String years = age.in(cells).strip();
      String at = age.at.matches("\\d{4}") ? age.at : cells.in(age.at).strip();
      if (years.matches("\\d{1,3}") && at.matches("\\d{4}.*")) {
        return String.valueOf(Integer.parseInt(at.substring(0, 4)) - Integer.parseInt(years));
      }
    }
    return "";
  }
}
