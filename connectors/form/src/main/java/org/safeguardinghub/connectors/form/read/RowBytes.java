package org.safeguardinghub.connectors.form.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A window over bytes that come in pieces. It holds the row that is being read, and nothing before
 * it; of a row that is longer than any may be it holds no more than that it is.
 */
final class RowBytes {
  private static final int PIECE = 64 * 1024;

  private final InputStream source;
  private final int longest;
  private byte[] window = new byte[PIECE];
  private int start;
  private int position;
  private int end;
  private boolean dropped;

  /**
   * @param longest a row that is longer is not kept
   */
  RowBytes(InputStream source, int longest) {
    this.source = source;
    this.longest = longest;
  }

  /** Whether a byte follows. */
  boolean more() {
    return position < end || refill();
  }

  /** The next byte; {@link #more} was asked before. */
  byte next() {
    return window[position++];
  }

  /** Moves over the next byte if it is this one. */
  void skip(byte one) {
    if (more() && window[position] == one) {
      position++;
    }
  }

  /** A row begins here. */
  void begin() {
    start = position;
    dropped = false;
  }

  /**
   * Whether the row that began is longer than any may be.
   *
   * @param without how many of the last bytes belong to no row
   */
  boolean tooLong(int without) {
    return dropped || position - without - start > longest;
  }

  /** The row that began, but for its last bytes. */
  String text(int without) {
    return new String(window, start, position - without - start, StandardCharsets.UTF_8);
  }

  private boolean refill() {
    // One byte more than the longest row may have is a line end still to come.
    if (position - start > longest + 1) {
      dropped = true;
      start = position;
    }
    int kept = end - start;
    System.arraycopy(window, start, window, 0, kept);
    start = 0;
    position = kept;
    end = kept;
    if (kept == window.length) {
      window = Arrays.copyOf(window, 2 * window.length);
    }
    try {
      int read = source.read(window, end, window.length - end);
      end += Math.max(0, read);
      return read > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
