package org.safeguardinghub.risk.identity.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.risk.identity.compare.NameClasses;
import org.safeguardinghub.risk.identity.model.PersonTable;

/** Reads CSV files of people by a mapping: UTF-8, the first line names the columns. */
public final class PersonFiles {
  private static final int MOST_FAULTS = 20;
  private static final int MOST_LINES = 8;
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private final Mapping mapping;
  private final String mappingFile;
  private final Measure measure;
  private final PersonTable table;
  private final List<RecordOrigin> origins = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> columns = new TreeSet<>();
  private final Set<String> known = new HashSet<>();

  private PersonFiles(Mapping mapping, String mappingFile, Measure measure) {
    this.mapping = mapping;
    this.mappingFile = mappingFile;
    this.measure = measure;
    this.table = new PersonTable(mapping.fields(), NameClasses.shipped());
  }

  /**
   * The columns that a result is measured by; never matched by. "" for none.
   *
   * @param truth says who is who
   * @param group whom matching must serve alike
   */
  public record Measure(String truth, String group) {
    /** Nothing is measured. */
    public static final Measure NONE = new Measure("", "");

    boolean has(String column) {
      return !column.isEmpty()
          && (column.equalsIgnoreCase(truth) || column.equalsIgnoreCase(group));
    }
  }

  /**
   * Where a row comes from.
   *
   * @param file name of the file
   * @param line in the file, from 1
   * @param record what the file calls the record, "" where it has no name
   * @param source the mapping's source, else the file
   * @param person who it is by the column of truth, "" where that is not known
   * @param group of the person by the column of groups, "" where that is not known
   */
  public record RecordOrigin(
      String file, long line, String record, String source, String person, String group) {}

  /** What reading gave. */
  public sealed interface Reading {
    /**
     * Records as rows.
     *
     * @param origins of each row
     */
    record Sound(PersonTable table, List<RecordOrigin> origins) implements Reading {
      public Sound {
        origins = List.copyOf(origins);
      }
    }

    /** What is to be mended. */
    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * Reads files in their order.
   *
   * @param mappingFile its name, for faults
   * @param measure the columns that are only measured by
   */
  public static Reading read(
      List<Path> files, Mapping mapping, String mappingFile, Measure measure) {
    PersonFiles reading = new PersonFiles(mapping, mappingFile, measure);
    files.forEach(reading::read);
    if (reading.faults.isEmpty()) {
      reading.checkColumns();
    }
    return reading.faults.isEmpty()
        ? new Reading.Sound(reading.table, reading.origins)
        : new Reading.Faulty(reading.faults);
  }

  private void checkColumns() {
    for (Mapping.NamedColumn column : mapping.columns()) {
      if (column.names().stream().anyMatch(measure::has) && !isRecord(column)) {
        String name = column.names().stream().filter(measure::has).findFirst().orElse("");
        String what = name.equalsIgnoreCase(measure.truth) ? "the truth" : "the group";
        fault(
            mappingFile,
            column.line(),
            "'%s' is %s: it must not be matched by".formatted(name, what));
      }
      if (column.names().stream().map(PersonFiles::plain).noneMatch(known::contains)) {
        fault(
            mappingFile,
            column.line(),
            "column '%s' is in no file; columns are %s"
                .formatted(column.names().getFirst(), columns));
      }
    }
    inSomeFile("truth", measure.truth);
    inSomeFile("groups", measure.group);
  }

  private void inSomeFile(String what, String column) {
    if (!column.isEmpty() && !known.contains(plain(column))) {
      fault(mappingFile, 1, "the column of %s '%s' is in no file".formatted(what, column));
    }
  }

  private boolean isRecord(Mapping.NamedColumn column) {
    return mapping.record().filter(column.names()::contains).isPresent();
  }

  private void fault(String file, long line, String reason) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(file, (int) Math.min(line, Integer.MAX_VALUE), reason));
    }
  }

  private void read(Path file) {
    String name = String.valueOf(file.getFileName());
    long line = 1;
    try (Reader in =
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder());
        CsvReader<CsvRecord> rows = reader().ofCsvRecord(in)) {
      Header header = null;
      for (CsvRecord row : rows) {
        line = row.getStartingLineNumber();
        if (header == null) {
          header = header(name, row);
        } else {
          row(name, header, row);
        }
      }
      if (header == null) {
        fault(name, 1, "the file is empty: its first line must name the columns");
      }
    } catch (CsvParseException | UncheckedIOException e) {
      broken(name, line + 1, e.getCause() instanceof CharacterCodingException);
    } catch (CharacterCodingException e) {
      broken(name, line + 1, true);
    } catch (IOException e) {
      fault(name, 1, "cannot be read: give the path of a CSV file");
    }
  }

  private CsvReader.CsvReaderBuilder reader() {
    return CsvReader.builder()
        .fieldSeparator(mapping.separator())
        .allowExtraFields(true)
        .allowMissingFields(true)
        .trimWhitespacesAroundQuotes(true);
  }

  private void broken(String name, long line, boolean encoding) {
    fault(name, line, encoding ? "not UTF-8 from about here: save it as UTF-8" : "not CSV");
  }

  /** A few lines in one cell are an address; many are the rest of the file. */
  private static boolean runsOn(String cell) {
    return cell.indexOf('\n') >= 0 && cell.lines().count() > MOST_LINES;
  }

  /** Nearly every cell is on one line: patterns are slow. */
  private static String onOneLine(String cell) {
    return cell.chars().allMatch(letter -> letter >= ' ' && letter < '\u0080')
        ? cell
        : LINE_BREAK.matcher(cell).replaceAll(" ");
  }

  /** Names of columns are told apart without regard to large and small letters. */
  private static String plain(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }

  /** Where each column stands. */
  private record Header(Map<String, Integer> places, int width) {
    /** As it is written or, where there is none, in other letters. */
    @Nullable Integer place(String column) {
      Integer exactly = places.get(column);
      return exactly != null ? exactly : places.get(plain(column));
    }
  }

  private Header header(String name, CsvRecord row) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < row.getFieldCount(); i++) {
      String column = row.getField(i).replace("\uFEFF", "").strip();
      if (!column.isEmpty() && places.putIfAbsent(column, i) != null) {
        fault(name, 1, "column '" + column + "' is there twice: rename one");
      }
      columns.add(column);
    }
    for (String column : List.copyOf(places.keySet())) {
      places.putIfAbsent(plain(column), places.get(column));
    }
    known.addAll(places.keySet());
    return new Header(places, row.getFieldCount());
  }

  private void row(String name, Header header, CsvRecord row) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != header.width) {
      fault(
          name,
          line,
          "%d cells, but the first line names %d columns"
              .formatted(row.getFieldCount(), header.width));
      return;
    }
    if (row.getFields().stream().anyMatch(PersonFiles::runsOn)) {
      fault(name, line, "a cell goes on for many lines: is a quote left open?");
      return;
    }
    Mapping.Cells cells =
        column -> {
          Integer place = header.place(column);
          return place == null ? "" : onOneLine(row.getField(place)).strip();
        };
    table.add(mapping.values().stream().map(value -> value.of(cells)).toList());
    origins.add(
        new RecordOrigin(
            name,
            line,
            mapping.record().map(cells::in).orElse(""),
            mapping.source().map(cells::in).map(String::intern).orElse(name),
            measure.truth.isEmpty() ? "" : mapping.person(cells.in(measure.truth)),
            measure.group.isEmpty() ? "" : cells.in(measure.group).intern()));
  }
}
