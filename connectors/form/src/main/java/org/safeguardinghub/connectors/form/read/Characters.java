package org.safeguardinghub.connectors.form.read;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The characters of bytes, one piece after the other: as one text they would take twice the room.
 */
final class Characters {
  private static final int PIECE = 8192;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Characters() {}

  /** Whether all bytes are of this encoding. */
  static boolean sound(byte[] bytes, Charset encoding) {
    CharsetDecoder strict =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(PIECE);
    CoderResult result = strict.decode(in, out, true);
    while (result.isOverflow()) {
      result = strict.decode(in, out.clear(), true);
    }
    return !result.isError();
  }

  /** Reads them, without a byte order mark. */
  static Reader of(byte[] bytes, Charset encoding) {
    Reader text =
        new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), encoding), PIECE);
    try {
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
