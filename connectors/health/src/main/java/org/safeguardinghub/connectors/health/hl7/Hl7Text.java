package org.safeguardinghub.connectors.health.hl7;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bytes of messages: where each begins, how its lines end, which characters it is written in. */
public final class Hl7Text {
  /** What MSH-18 may say. Nothing else is guessed: a wrong guess writes wrong names. */
  private static final Map<String, Charset> CHARSETS =
      Map.of(
          "", StandardCharsets.UTF_8, // ASCII, and the UTF-8 of senders that forget to say so
          "ASCII", StandardCharsets.US_ASCII,
          "8859/1", StandardCharsets.ISO_8859_1,
          "8859/15", Charset.forName("ISO-8859-15"),
          "UNICODE", StandardCharsets.UTF_8,
          "UNICODE UTF-8", StandardCharsets.UTF_8,
          "UTF-8", StandardCharsets.UTF_8);

  /** A message, a file of messages, a batch of messages. */
  private static final List<String> STARTS = List.of("MSH", "FHS", "BHS");

  private static final byte[] START = {'M', 'S', 'H'};

  private Hl7Text() {}

  /** Whether the bytes begin as a message, behind marks and blanks. */
  public static boolean looksLike(byte[] bytes) {
    int from = skip(bytes);
    return from + 8 < bytes.length
        && STARTS.contains(new String(bytes, from, 3, StandardCharsets.ISO_8859_1))
        && isPunctuation(bytes[from + 3]);
  }

  private static boolean isPunctuation(byte next) {
    return next > ' ' && !Character.isLetterOrDigit(next);
  }

  /**
   * The messages in a text, each with its segments ended by carriage returns. What stands before
   * the first one, such as a batch header, is left out.
   */
  public static List<byte[]> messages(byte[] bytes) {
    byte[] lines = returns(bytes);
    List<byte[]> messages = new ArrayList<>();
    int begun = -1;
    for (int i = 0; i < lines.length; i++) {
      boolean lineStart = i == 0 || lines[i - 1] == '\r';
      if (lineStart && starts(lines, i)) {
        if (begun >= 0) {
          messages.add(java.util.Arrays.copyOfRange(lines, begun, i));
        }
        begun = i;
      }
    }
    if (begun >= 0) {
      messages.add(java.util.Arrays.copyOfRange(lines, begun, lines.length));
    }
    return messages;
  }

  /** The character set that MSH-18 names; empty if it is not known. */
  public static Optional<Charset> charset(Header header) {
    return Optional.ofNullable(CHARSETS.get(header.first(18).toUpperCase(java.util.Locale.ROOT)));
  }

  /** The text; empty if the bytes are not of the character set. */
  public static Optional<String> decode(byte[] message, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(message))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Line ends of every kind become one carriage return; frame bytes of a recording go. */
  private static byte[] returns(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    byte last = 0;
    for (int i = skip(bytes); i < bytes.length; i++) {
      byte next = bytes[i];
      if (next == 0x0B || next == 0x1C) {
        continue;
      }
      byte kept = next == '\n' ? (byte) '\r' : next;
      if (kept != '\r' || last != '\r') {
        out.write(kept);
      }
      last = kept;
    }
    return out.toByteArray();
  }

  private static int skip(byte[] bytes) {
    boolean mark =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int from = mark ? 3 : 0;
    while (from < bytes.length
        && (bytes[from] == 0x0B || bytes[from] == '\r' || bytes[from] == '\n')) {
      from++;
    }
    return from;
  }

  private static boolean starts(byte[] bytes, int from) {
    return from + START.length < bytes.length
        && bytes[from] == START[0]
        && bytes[from + 1] == START[1]
        && bytes[from + 2] == START[2];
  }
}
