package org.safeguardinghub.connectors.form.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * Cuts the bytes of a file into rows. It works on bytes because every character that matters here
 * is ASCII, which UTF-8 never uses inside another character. A parser of whole files would take an
 * unclosed quote for the last cell of a sound row, so the cutting is done here and only the cells
 * of one row are left to the library.
 */
public final class CsvText implements Iterator<CsvPiece> {
  /** More than the longest narrative needs, with all of it quoted. */
  public static final int LONGEST_ROW = 120_000;

  private final CsvReader.CsvReaderBuilder cutter;
  private final Dialect dialect;
  private final byte[] bytes;
  private final int end;
  private int position;
  private int row;

  /**
   * What differs between senders.
   *
   * @param separator stands between cells: an ASCII character
   * @param openEnd whether the last row may lack its line end. Then nobody can know whether all of
   *     it is there: the form must count its cells
   */
  public record Dialect(char separator, boolean openEnd) {
    /** Commas, and every row ends with a line end. */
    public static final Dialect STRICT = new Dialect(',', false);

    public Dialect {
      if (separator >= 0x80 || separator == '"' || separator == '\n' || separator == '\r') {
        throw new IllegalArgumentException("no separator of cells");
      }
    }
  }

  private CsvText(byte[] bytes, int end, Dialect dialect) {
    this.cutter = CsvReader.builder().skipEmptyLines(false).fieldSeparator(dialect.separator());
    this.dialect = dialect;
    this.bytes = bytes;
    this.end = end;
    this.position = byteOrderMark(bytes, end) ? 3 : 0;
  }

  public static CsvText of(byte[] bytes) {
    return of(bytes, Dialect.STRICT);
  }

  public static CsvText of(byte[] bytes, Dialect dialect) {
    return new CsvText(bytes, bytes.length, dialect);
  }

  /**
   * The row with the first character that is not UTF-8; one that merely breaks off at the end is
   * none.
   */
  public static OptionalInt wrongEncoding(byte[] bytes) {
    CharsetDecoder strict =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    while (true) {
      CoderResult result = strict.decode(in, out.clear(), false);
      if (result.isError()) {
        return OptionalInt.of(rowAt(bytes, in.position()));
      }
      if (result.isUnderflow()) {
        return OptionalInt.empty();
      }
    }
  }

  private static int rowAt(byte[] bytes, int offset) {
    CsvText before = new CsvText(bytes, offset, Dialect.STRICT);
    int whole = 0;
    while (before.hasNext() && before.cut().terminated()) {
      whole++;
    }
    return whole + 1;
  }

  @Override
  public boolean hasNext() {
    return position < end;
  }

  @Override
  public CsvPiece next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int start = position;
    Cut cut = cut();
    if (cut.quoteOpen()) {
      return new CsvPiece.UnclosedQuote(row);
    }
    if (!cut.terminated() && !dialect.openEnd()) {
      return new CsvPiece.Unterminated(row);
    }
    if (cut.until() - start > LONGEST_ROW) {
      return new CsvPiece.TooLong(row);
    }
    return cells(new String(bytes, start, cut.until() - start, UTF_8));
  }

  private CsvPiece cells(String text) {
    if (text.isEmpty()) {
      return new CsvPiece.Cells(row, Sensitive.of(List.of("")));
    }
    try {
      return new CsvPiece.Cells(row, Sensitive.of(cutter.ofSingleCsvRecord(text).getFields()));
    } catch (CsvParseException e) {
      // Its message may quote the row.
      return new CsvPiece.Malformed(row);
    }
  }

  /** Where a row ends and how. */
  private record Cut(int until, boolean terminated, boolean quoteOpen) {}

  private Cut cut() {
    row++;
    boolean quoted = false;
    boolean cellStart = true;
    int closedAt = -2;
    for (; position < end; position++) {
      byte next = bytes[position];
      if (next == '"') {
        // A doubled quote inside a quoted cell closes it and opens it again, which comes to the
        // same.
        closedAt = quoted ? position : closedAt;
        quoted = !quoted && (cellStart || closedAt == position - 1);
      } else if (!quoted && (next == '\n' || next == '\r')) {
        return new Cut(lineEnd(next), true, false);
      }
      cellStart = !quoted && next == dialect.separator();
    }
    return new Cut(position, false, quoted);
  }

  /** Moves behind the line end and gives where the row's own text ends. */
  private int lineEnd(byte first) {
    int until = position++;
    if (first == '\r' && position < end && bytes[position] == '\n') {
      position++;
    }
    return until;
  }

  private static boolean byteOrderMark(byte[] bytes, int end) {
    return end >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }
}
