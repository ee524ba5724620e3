package org.safeguardinghub.risk.identity.file;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguardinghub.risk.identity.model.Field;

/**
 * Which columns of a file say what of a person.
 *
 * @param record the column that names a record, if any
 * @param source the column that names where a record comes from, if any
 * @param truth what part of the column of truth names the person: its first group; if none, all
 * @param separator between cells
 * @param columns every column that is named, with its line in the mapping
 * @param fields what is matched
 * @param values how each field's value is taken from a row's cells
 */
public record Mapping(
    Optional<String> record,
    Optional<String> source,
    Optional<Pattern> truth,
    char separator,
    List<NamedColumn> columns,
    List<Field> fields,
    List<Value> values) {
  public Mapping {
    columns = List.copyOf(columns);
    fields = List.copyOf(fields);
    values = List.copyOf(values);
  }

  /**
   * A column that must be in at least one file.
   *
   * @param names it may have, the first found counts
   * @param line in the mapping
   */
  public record NamedColumn(List<String> names, int line) {
    public NamedColumn {
      names = List.copyOf(names);
    }
  }

  /** The cells of one row by their column; "" where the file has no such column. */
  public interface Cells {
    String in(String column);
  }

  /** How a value is taken from a row. */
  public interface Value {
    String of(Cells cells);
  }

  /** The person that a cell of the column of truth names. */
  String person(String cell) {
    if (truth.isEmpty()) {
      return cell;
    }
    Matcher matcher = truth.get().matcher(cell);
    return matcher.matches() ? matcher.group(1) : cell;
  }
}
