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
 * Cuts a text of which all bytes are in memory: the plain way to do what {@link CsvText} does with
 * one row at a time. Both must say the same.
 */
final class WholeText implements Iterator<CsvPiece> {
  private final CsvReader.CsvReaderBuilder cutter;
  private final CsvText.Dialect dialect;
  private final byte[] bytes;
  private final int end;
  private int position;
  private int row;

  private WholeText(byte[] bytes, int end, CsvText.Dialect dialect) {
    this.cutter = CsvReader.builder().skipEmptyLines(false).fieldSeparator(dialect.separator());
    this.dialect = dialect;
    this.bytes = bytes;
    this.end = end;
    this.position = byteOrderMark(bytes, end) ? 3 : 0;
  }

  static WholeText of(byte[] bytes) {
    return of(bytes, CsvText.Dialect.STRICT);
  }

  static WholeText of(byte[] bytes, CsvText.Dialect dialect) {
    return new WholeText(bytes, bytes.length, dialect);
  }

  /**
   * The row with the first character that is not UTF-8; one that merely breaks off at the end is
   * none.
   */
  static OptionalInt wrongEncoding(byte[] bytes) {
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
    WholeText before = new WholeText(bytes, offset, CsvText.Dialect.STRICT);
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
    if (cut.until() - start > CsvText.LONGEST_ROW) {
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
