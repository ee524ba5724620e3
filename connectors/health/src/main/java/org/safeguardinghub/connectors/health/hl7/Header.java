package org.safeguardinghub.connectors.health.hl7;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first segment of a message, read without the rest: it says how to decode the rest, and is all
 * that an acknowledgement is made of.
 *
 * @param fieldSeparator MSH-1
 * @param encoding MSH-2, the separators and the escape character
 * @param fields MSH-1 is the first
 */
public record Header(char fieldSeparator, String encoding, List<String> fields) {
  private static final int LONGEST = 2000;
  private static final Pattern TRIGGER = Pattern.compile("[A-Z0-9]{3}");

  /** The header of a message; empty if it does not begin with one. */
  public static Optional<Header> of(byte[] message) {
    int length = Math.min(message.length, LONGEST);
    String head = new String(message, 0, length, ISO_8859_1);
    int end = head.indexOf('\r');
    String line = end < 0 ? head : head.substring(0, end);
    if (line.length() < 9 || !line.startsWith("MSH")) {
      return Optional.empty();
    }
    char separator = line.charAt(3);
    if (Character.isLetterOrDigit(separator) || separator < ' ') {
      return Optional.empty();
    }
    String[] parts = line.substring(4).split(Pattern.quote(String.valueOf(separator)), -1);
    return parts[0].length() < 4
        ? Optional.empty()
        : Optional.of(new Header(separator, parts[0], List.of(parts)));
  }

  /** A field of the segment by its number, from 2 on; empty where it is missing. */
  public String field(int number) {
    return number - 2 < fields.size() ? fields.get(number - 2).strip() : "";
  }

  /** The first component of the first repetition of a field. */
  public String first(int number) {
    return component(number, 0);
  }

  private String component(int number, int index) {
    String once = cut(field(number), encoding.charAt(1), 0);
    return cut(once, encoding.charAt(0), index).strip();
  }

  private static String cut(String text, char separator, int index) {
    String[] parts = text.split(Pattern.quote(String.valueOf(separator)), -1);
    return index < parts.length ? parts[index] : "";
  }

  /** The message type and trigger event, such as ADT^A01. */
  public String event() {
    return component(9, 0) + "^" + component(9, 1);
  }

  /** The trigger event alone, if it is one. */
  public String trigger() {
    String trigger = component(9, 1);
    return TRIGGER.matcher(trigger).matches() ? trigger : "";
  }

  public String controlId() {
    return field(10);
  }

  @Override
  public String toString() {
    return "Header[withheld]";
  }
}
