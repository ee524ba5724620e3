package org.safeguardinghub.connectors.socialcare.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.safeguardinghub.kernel.event.Sensitive;

/** The sheets of a workbook as rows of texts. Dates come out as days in ISO form. */
final class Workbook {
  private static final String PARSER = "javax.xml.stream.XMLInputFactory";

  /** Day 0 of a workbook's count of days. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /** A smaller number under a heading with a date is no day that anybody meant: 10000 is 1927. */
  private static final BigDecimal EARLIEST = BigDecimal.valueOf(10_000);

  private static final BigDecimal LATEST = BigDecimal.valueOf(80_000);

  static {
    // The library's own choice of parser has no limit of depth, and would hold for the whole
    // process.
    if (System.getProperty(PARSER) == null) {
      System.setProperty(PARSER, "com.sun.xml.internal.stream.XMLInputFactoryImpl");
    }
  }

  private Workbook() {}

  /**
   * One sheet.
   *
   * @param headings of its first row; empty if it has none
   */
  record Lines(int sheet, List<String> headings, List<Line> rows) {}

  /** One row, as the sheet numbers it. */
  record Line(int number, Sensitive<List<String>> cells) {}

  /** All sheets; empty if the library cannot read it. */
  static Optional<List<Lines>> read(byte[] bytes) {
    // The library takes no workbook without styles if it is asked for the formats of cells.
    return read(bytes, true).or(() -> read(bytes, false));
  }

  private static Optional<List<Lines>> read(byte[] bytes, boolean formats) {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(formats, true))) {
      List<Lines> sheets = new ArrayList<>();
      for (Sheet sheet : workbook.getSheets().toList()) {
        sheets.add(lines(sheets.size() + 1, sheet));
      }
      return Optional.of(sheets);
    } catch (IOException | RuntimeException e) {
      // What it says may hold pieces of a cell.
      return Optional.empty();
    }
  }

  private static Lines lines(int number, Sheet sheet) throws IOException {
    List<String> headings = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    try (Stream<Row> rows = sheet.openStream()) {
      rows.forEach(
          row -> {
            if (headings.isEmpty()) {
              row.forEach(cell -> headings.add(cell == null ? "" : text(cell, "")));
            } else {
              lines.add(line(row, headings));
            }
          });
    } catch (ExcelReaderException e) {
      throw new IOException("a sheet cannot be read");
    }
    return new Lines(number, List.copyOf(headings), List.copyOf(lines));
  }

  private static Line line(Row row, List<String> headings) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      cells.add(
          i < row.getCellCount()
              ? row.getOptionalCell(i).map(cell -> text(cell, heading)).orElse("")
              : "");
    }
    return new Line(row.getRowNum(), Sensitive.of(List.copyOf(cells)));
  }

  private static String text(Cell cell, String heading) {
    if (cell.getType() == CellType.ERROR) {
      return "";
    }
    String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
    Object value = cell.getValue();
    if (value instanceof BigDecimal serial && dated(cell, heading)) {
      return serial.compareTo(EARLIEST) >= 0 && serial.compareTo(LATEST) < 0
          ? DAY_ZERO.plusDays(serial.longValue()).toString()
          : serial.toPlainString();
    }
    String text = value == null ? raw : value.toString();
    return text.equals("#N/A") ? "" : text.replace('\u00a0', ' ').strip();
  }

  private static boolean dated(Cell cell, String heading) {
    String format = cell.getDataFormatString();
    return heading.toLowerCase(Locale.ROOT).contains("date")
        || (format != null && format.toLowerCase(Locale.ROOT).matches(".*(yy|dd).*"));
  }
}
