package org.safeguardinghub.connectors.health.fhir;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns bytes into text: by the byte order mark, else as an XML declaration says, else UTF-8. */
final class Text {
  private static final int HEAD = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
  private static final Map<String, Charset> KNOWN =
      Map.of(
          "utf-8", StandardCharsets.UTF_8,
          "us-ascii", StandardCharsets.US_ASCII,
          "iso-8859-1", StandardCharsets.ISO_8859_1,
          "windows-1252", Charset.forName("windows-1252"));

  private Text() {}

  /** The text without a mark; empty if the bytes are not of the encoding that they claim. */
  static Optional<String> of(byte[] bytes) {
    if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)) {
      return decode(bytes, StandardCharsets.UTF_16);
    }
    Matcher declared = DECLARED.matcher(head(bytes));
    Charset charset =
        declared.find()
            ? KNOWN.get(declared.group(1).toLowerCase(Locale.ROOT))
            : StandardCharsets.UTF_8;
    return charset == null ? Optional.empty() : decode(bytes, charset);
  }

  /** The first characters; bytes beyond ASCII stand for themselves. */
  private static String head(byte[] bytes) {
    int from = starts(bytes, 0xEF, 0xBB) ? 3 : 0;
    int length = Math.max(0, Math.min(bytes.length - from, HEAD));
    return new String(bytes, Math.min(from, bytes.length), length, StandardCharsets.ISO_8859_1);
  }

  private static Optional<String> decode(byte[] bytes, Charset charset) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean starts(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
