package org.safeguardinghub.connectors.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a stream into lines without ever holding more than one. Of a line that is longer than
 * allowed only the beginning is kept, one byte more than the limit, so that whoever reads it sees
 * that it is too long.
 */
public final class LineReader {
  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[16 * 1024];
  private int from;
  private int to;

  public LineReader(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line without its end; empty after the last. */
  public Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    boolean any = false;
    while (fill()) {
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, from, Math.min(end - from, Math.max(0, longest + 1 - line.size())));
      boolean complete = end < to;
      from = complete ? end + 1 : end;
      if (complete) {
        break;
      }
    }
    return any ? Optional.of(line.toByteArray()) : Optional.empty();
  }

  private boolean fill() throws IOException {
    if (from < to) {
      return true;
    }
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }
}
