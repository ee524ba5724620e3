package org.safeguardinghub.deploy.local.directory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.kernel.yaml.Faults;

/**
 * The rows of one table, each with its line. A file from a spreadsheet may begin with a byte order
 * mark and be separated by semicolons; a quote that a spreadsheet put before a formula is taken off
 * again.
 */
record CsvRows(DirectoryTable table, List<Row> rows) {
  CsvRows {
    rows = List.copyOf(rows);
  }

  /** A row by its columns; those that the file lacks are not there. */
  record Row(int line, Map<String, String> cells) {
    Row {
      cells = Map.copyOf(cells);
    }

    String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    /** What tells it from other rows of its table. */
    List<String> key(DirectoryTable table) {
      return table.key().stream().map(this::cell).toList();
    }
  }

  /** Reads a file; what is wrong with it is noted with its line, and leaves its row out. */
  static List<CsvRows> read(String text, Faults faults) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String first = plain.lines().findFirst().orElse("");
    char separator = first.contains(";") && !first.contains(",") ? ';' : ',';
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(plain)) {
      csv.forEach(records::add);
    } catch (CsvParseException e) {
      faults.add(records.isEmpty() ? 1 : line(records.getLast()) + 1, "a quote is not closed");
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (records.isEmpty()) {
      faults.add(1, "the file is empty");
      return List.of();
    }
    List<String> header = records.getFirst().getFields().stream().map(String::strip).toList();
    return DirectoryTable.of(header)
        .map(table -> List.of(rows(table, header, records.subList(1, records.size()), faults)))
        .orElseGet(
            () -> {
              faults.add(
                  1,
                  "no table of the directory has these columns: it takes "
                      + needed(DirectoryTable.PERSONS)
                      + "; or "
                      + needed(DirectoryTable.ROLES)
                      + "; or "
                      + needed(DirectoryTable.LEAVE)
                      + "; or "
                      + needed(DirectoryTable.AGENCIES));
              return List.of();
            });
  }

  private static String needed(DirectoryTable table) {
    return String.join(", ", table.needed());
  }

  private static CsvRows rows(
      DirectoryTable table, List<String> header, List<CsvRecord> records, Faults faults) {
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!table.columns().contains(column)) {
        faults.add(1, "unknown column '" + column + "'");
      } else if (!seen.add(column)) {
        faults.add(1, "the column '" + column + "' is there twice");
      }
    }
    List<Row> rows = new ArrayList<>();
    for (CsvRecord each : records) {
      if (each.getFieldCount() != header.size()) {
        faults.add(
            line(each),
            "%d cells, where the header has %d".formatted(each.getFieldCount(), header.size()));
      } else if (each.getFields().stream().anyMatch(CsvRows::odd)) {
        faults.add(line(each), "a cell holds a line break or another control character");
      } else {
        rows.add(row(header, each));
      }
    }
    return new CsvRows(table, rows);
  }

  private static Row row(List<String> header, CsvRecord each) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String text = each.getField(i).strip();
      cells.put(header.get(i), text.matches("'[=+@-].*") ? text.substring(1) : text);
    }
    return new Row(line(each), cells);
  }

  private static boolean odd(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  private static int line(CsvRecord each) {
    return Math.toIntExact(each.getStartingLineNumber());
  }
}
