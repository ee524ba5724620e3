package org.safeguardinghub.connectors.health.hl7;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
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
    List<String> parts = split(line, 4, separator);
    return parts.getFirst().length() < 4
        ? Optional.empty()
        : Optional.of(new Header(separator, parts.getFirst(), parts));
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

  private static List<String> split(String text, int from, char separator) {
    List<String> parts = new ArrayList<>();
    int start = from;
    for (int end = text.indexOf(separator, start); end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return List.copyOf(parts);
  }

  private static String cut(String text, char separator, int index) {
    int start = 0;
    int end = text.indexOf(separator);
    for (int i = 0; i < index && end >= 0; i++) {
      start = end + 1;
      end = text.indexOf(separator, start);
      if (i == index - 1) {
        return end < 0 ? text.substring(start) : text.substring(start, end);
      }
    }
    return index > 0 ? "" : end < 0 ? text : text.substring(0, end);
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
