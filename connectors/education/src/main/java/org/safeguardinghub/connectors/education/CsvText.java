package org.safeguardinghub.connectors.education;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.connectors.intake.envelope.Refusal;
import org.safeguardinghub.connectors.intake.envelope.Step;

/** Reads the text of a file into rows, or says what is wrong with it and where. */
final class CsvText {
  private CsvText() {}

  /** What became of reading. */
  sealed interface Reading {
    /**
     * Rows, and perhaps a fault at the end: what was cut off there is refused, what stands before
     * it is sound.
     *
     * @param kind which form of file
     * @param rows sound rows
     * @param cut the last row, if the file ends in its middle
     */
    record Read(FileKind kind, List<Row> rows, Optional<Cut> cut) implements Reading {
      public Read {
        rows = List.copyOf(rows);
      }
    }

    /** Nothing of the file can be used. */
    record Unreadable(Cut fault) implements Reading {}
  }

  /** A fault at a row. */
  record Cut(int row, Refusal refusal) {}

  static Reading read(byte[] bytes) {
    CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(in, chars, true);
    chars.flip();
    if (result.isError()) {
      int line = 1 + (int) chars.chars().filter(character -> character == '\n').count();
      return unreadable(
          line, "NOT_UTF8", "save the file as UTF-8 and drop it again: this line is not");
    }
    String text = chars.toString();
    return parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static Reading parse(String text) {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(false)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(text)) {
      reader.forEach(records::add);
    } catch (CsvParseException e) {
      // The parser's message may quote the file.
      return unreadable(
          records.size() + 1, "NOT_CSV", "mend the quotes of this row and drop the file again");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (records.isEmpty()) {
      return unreadable(1, "UNKNOWN_HEADER", FileKind.expectation());
    }
    List<String> header = records.getFirst().getFields().stream().map(String::strip).toList();
    Optional<FileKind> kind = FileKind.of(header);
    if (kind.isEmpty()) {
      return unreadable(1, "UNKNOWN_HEADER", FileKind.expectation());
    }
    Optional<Cut> cut = cut(text, records.size());
    int last = cut.isPresent() ? records.size() - 1 : records.size();
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < last; i++) {
      if (records.get(i).getFieldCount() != 1 || !records.get(i).getField(0).isBlank()) {
        rows.add(row(header, i + 1, records.get(i)));
      }
    }
    return new Reading.Read(kind.get(), rows, cut);
  }

  /**
   * An unclosed quote swallows the rest of the file; a last line without its end may lack a part.
   */
  private static Optional<Cut> cut(String text, int lastRow) {
    if (text.chars().filter(character -> character == '"').count() % 2 != 0) {
      return Optional.of(
          fault(
              lastRow,
              "UNCLOSED_QUOTE",
              "a quote of this row is not closed: it and all after it were not read; mend it and drop the file again"));
    }
    if (lastRow > 1 && !text.endsWith("\n") && !text.endsWith("\r")) {
      return Optional.of(
          fault(
              lastRow,
              "HALF_WRITTEN",
              "the file ends in the middle of this row: end it with a line break and drop the file again"));
    }
    return Optional.empty();
  }

  private static Row row(List<String> header, int number, CsvRecord record) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
      String value = record.getField(i).strip();
      if (!value.isEmpty()) {
        fields.put(header.get(i), value);
      }
    }
    return Row.of(number, fields, record.getFieldCount() > header.size());
  }

  private static Reading unreadable(int row, String reason, String explanation) {
    return new Reading.Unreadable(fault(row, reason, explanation));
  }

  private static Cut fault(int row, String reason, String explanation) {
    return new Cut(row, Refusal.at(Step.SHAPE, reason, explanation, "row " + row));
  }
}
