package org.safeguardinghub.connectors.form.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import org.safeguardinghub.connectors.form.Content;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * Cuts the bytes of a file into rows, of which it holds one. It works on bytes because every
 * character that matters here is ASCII, which UTF-8 never uses inside another character. A parser
 * of whole files would take an unclosed quote for the last cell of a sound row, so the cutting is
 * done here and only the cells of one row are left to the library.
 */
public final class CsvText implements Iterator<CsvPiece> {
  /** More than the longest narrative needs, with all of it quoted. */
  public static final int LONGEST_ROW = 120_000;

  private static final int PIECE = 64 * 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CsvReader.CsvReaderBuilder cutter;
  private final Dialect dialect;
  private final RowBytes bytes;
  private boolean afterReturn;
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

  private CsvText(InputStream source, Dialect dialect) {
    this.cutter = CsvReader.builder().skipEmptyLines(false).fieldSeparator(dialect.separator());
    this.dialect = dialect;
    this.bytes = new RowBytes(source, LONGEST_ROW);
  }

  public static CsvText of(Content content) {
    return of(content, Dialect.STRICT);
  }

  /** The rows of a text, behind its byte order mark if it has one. */
  public static CsvText of(Content content, Dialect dialect) {
    return new CsvText(behindMark(content, content.stream()), dialect);
  }

  /**
   * The row with the first character that is not UTF-8; one that merely breaks off at the end is
   * none.
   */
  public static OptionalInt wrongEncoding(Content content) {
    CharsetDecoder strict =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    CharBuffer out = CharBuffer.allocate(PIECE);
    long before = 0;
    try (InputStream in = content.stream()) {
      int read = in.read(piece.array());
      while (read >= 0) {
        piece.limit(piece.position() + read).position(0);
        CoderResult result = strict.decode(piece, out.clear(), false);
        if (result.isError()) {
          return OptionalInt.of(rowAt(content, before + piece.position()));
        }
        before += piece.position();
        piece.compact();
        read = in.read(piece.array(), piece.position(), piece.remaining());
      }
      return OptionalInt.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int rowAt(Content content, long offset) {
    InputStream before = new FirstBytes(content.stream(), offset);
    CsvText rows = new CsvText(behindMark(content, before), Dialect.STRICT);
    int whole = 0;
    while (rows.hasNext() && rows.cut().terminated()) {
      whole++;
    }
    return whole + 1;
  }

  /** A mark alone makes no row, and belongs to none. */
  private static InputStream behindMark(Content content, InputStream source) {
    try {
      if (Arrays.equals(content.head(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
        source.skipNBytes(BYTE_ORDER_MARK.length);
      }
      return source;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    if (afterReturn) {
      bytes.skip((byte) '\n');
      afterReturn = false;
    }
    return bytes.more();
  }

  @Override
  public CsvPiece next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Cut cut = cut();
    if (cut.quoteOpen()) {
      return new CsvPiece.UnclosedQuote(row);
    }
    if (!cut.terminated() && !dialect.openEnd()) {
      return new CsvPiece.Unterminated(row);
    }
    int lineEnd = cut.terminated() ? 1 : 0;
    return bytes.tooLong(lineEnd) ? new CsvPiece.TooLong(row) : cells(bytes.text(lineEnd));
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

  /** How a row ends. */
  private record Cut(boolean terminated, boolean quoteOpen) {}

  /** Moves behind the first byte of the row's line end. */
  private Cut cut() {
    row++;
    bytes.begin();
    boolean quoted = false;
    boolean cellStart = true;
    boolean closed = false;
    while (bytes.more()) {
      byte next = bytes.next();
      if (next == '"') {
        // A doubled quote inside a quoted cell closes it and opens it again, which comes to the
        // same.
        boolean opens = !quoted && (cellStart || closed);
        closed = quoted;
        quoted = opens;
      } else if (!quoted && (next == '\n' || next == '\r')) {
        afterReturn = next == '\r';
        return new Cut(true, false);
      } else {
        closed = false;
      }
      cellStart = !quoted && next == dialect.separator();
    }
    return new Cut(false, quoted);
  }
}
