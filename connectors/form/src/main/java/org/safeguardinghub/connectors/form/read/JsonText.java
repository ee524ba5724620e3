package org.safeguardinghub.connectors.form.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.safeguardinghub.kernel.message.StrictMapper;

/**
 * Reads JSON that nobody has checked: UTF-8, no key twice, bounded in depth, lengths and numbers. A
 * byte order mark is stripped. A number such as 1E+999999999 is harmless as text and fills the
 * memory of whoever calculates with it, so it is refused here.
 */
public final class JsonText {
  /** The deepest nesting. */
  public static final int MAX_DEPTH = 64;

  /** The longest text of one value, in characters. */
  public static final int MAX_TEXT = 1_000_000;

  /** The most values, objects and lists counted: each becomes an object of a hundred bytes. */
  public static final int MAX_VALUES = 800_000;

  private static final int LARGEST_EXPONENT = 20;
  private static final int LONGEST_NUMBER = 100;

  private static final ObjectMapper MAPPER =
      StrictMapper.of(
          StreamReadConstraints.builder()
              .maxNestingDepth(MAX_DEPTH)
              .maxNumberLength(LONGEST_NUMBER)
              .maxStringLength(MAX_TEXT)
              .maxNameLength(1000)
              .build());

  private JsonText() {}

  /** What became of reading. */
  public sealed interface Outcome {
    /** A value. */
    record Read(JsonNode root) implements Outcome {
      @Override
      public String toString() {
        return "Read[withheld]";
      }
    }

    /** Not readable. */
    record Refused(Unreadable fault) implements Outcome {}
  }

  /** Whether the text could be JSON at all, from its first character. */
  public static boolean looksLike(byte[] bytes) {
    for (int i = start(bytes); i < bytes.length; i++) {
      byte next = bytes[i];
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return next == '{' || next == '[';
      }
    }
    return false;
  }

  /** Checks the text without building anything: for formats that bring their own parser. */
  public static Optional<Unreadable> check(byte[] bytes) {
    return Characters.sound(bytes, UTF_8)
        ? scan(Characters.of(bytes, UTF_8))
        : Optional.of(notUtf8());
  }

  /** Reads the one value of the text. */
  public static Outcome read(byte[] bytes) {
    Optional<Unreadable> fault = check(bytes);
    if (fault.isPresent()) {
      return new Outcome.Refused(fault.get());
    }
    try {
      return new Outcome.Read(MAPPER.readTree(Characters.of(bytes, UTF_8)));
    } catch (JsonProcessingException e) {
      return new Outcome.Refused(fault(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Unreadable> scan(Reader text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      int values = 0;
      int depth = 0;
      int parts = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        parts += token.isStructStart() || token.isScalarValue() ? 1 : 0;
        if (parts > MAX_VALUES) {
          return Optional.of(
              new Unreadable(
                  "TOO_MANY_VALUES",
                  "split it: send at most " + MAX_VALUES + " values at once",
                  ""));
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        values += depth == 0 ? 1 : 0;
        // The parser measures only some of the texts that it steps over.
        if (token == JsonToken.VALUE_STRING && parser.getTextLength() > MAX_TEXT) {
          return Optional.of(tooLong(StrictMapper.place(parser.currentTokenLocation())));
        }
        if (token.isNumeric() && tooLarge(parser.getText())) {
          return Optional.of(
              new Unreadable(
                  "NUMBER_TOO_LARGE",
                  "write numbers with exponents of at most " + LARGEST_EXPONENT,
                  StrictMapper.place(parser.currentTokenLocation())));
        }
      }
      return values == 1
          ? Optional.empty()
          : Optional.of(new Unreadable("NOT_ONE_VALUE", "send one JSON object or array", ""));
    } catch (JsonProcessingException e) {
      return Optional.of(fault(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean tooLarge(String number) {
    int e = Math.max(number.indexOf('e'), number.indexOf('E'));
    if (e < 0) {
      return false;
    }
    String digits = number.substring(e + 1).replaceFirst("^[+-]?0*", "");
    return digits.length() > 2
        || (!digits.isEmpty() && Integer.parseInt(digits) > LARGEST_EXPONENT);
  }

  private static Unreadable fault(JsonProcessingException e) {
    String place = StrictMapper.place(e.getLocation());
    if (e instanceof StreamConstraintsException) {
      return tooLong(place);
    }
    return StrictMapper.duplicateKey(e)
        ? new Unreadable("DUPLICATE_KEY", "give each key of an object once", place)
        : new Unreadable("MALFORMED_JSON", "this is not JSON: mend the text", place);
  }

  private static Unreadable tooLong(String place) {
    return new Unreadable(
        "TOO_DEEP_OR_LONG",
        "send at most " + MAX_DEPTH + " levels of nesting and shorter texts and numbers",
        place);
  }

  private static Unreadable notUtf8() {
    return new Unreadable("NOT_UTF8", "send the text as UTF-8", "");
  }

  private static int start(byte[] bytes) {
    return bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF
        ? 3
        : 0;
  }
}
