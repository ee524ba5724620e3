package org.safeguardinghub.connectors.health.hl7;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The answer to a message. Made of its header alone: a message that cannot be read is answered too,
 * and nothing else of it goes back.
 */
public final class Acknowledgement {
  /** Accepted: the hub has it. Error: mend it. Rejected: not taken, whatever its content. */
  public enum Code {
    AA,
    AE,
    AR
  }

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);
  private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9 ._:/+-]");
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[^ -~]");
  private static final String ENCODING = "^~\\&";
  private static final int LONGEST = 80;
  private static final int LONGEST_TEXT = 200;

  private Acknowledgement() {}

  /**
   * The bytes of the answer, ending in a carriage return.
   *
   * @param header of the message; without one the answer has no control id
   * @param text a reason and what to do, or receipts
   */
  public static byte[] of(Optional<Header> header, Code code, String text, Instant now) {
    String controlId = header.map(Header::controlId).map(Acknowledgement::plain).orElse("");
    String trigger = header.map(Header::trigger).orElse("");
    String version =
        header.map(one -> plain(one.first(12))).filter(v -> !v.isEmpty()).orElse("2.4");
    String answer =
        String.join(
            "|",
            "MSH",
            ENCODING,
            "SAFEGUARDING-HUB",
            header.map(one -> plain(one.first(6))).orElse(""),
            header.map(one -> plain(one.first(3))).orElse(""),
            header.map(one -> plain(one.first(4))).orElse(""),
            TIME.format(now),
            "",
            trigger.isEmpty() ? "ACK" : "ACK^" + trigger + "^ACK",
            "A" + controlId,
            header.map(one -> plain(one.first(11))).filter(p -> !p.isEmpty()).orElse("P"),
            version);
    String message = shortened(escaped(text), LONGEST_TEXT);
    return (answer + "\rMSA|" + code + "|" + controlId + "|" + message + "\r").getBytes(US_ASCII);
  }

  /** A value of the sender's header, with nothing in it that would break the answer. */
  private static String plain(String value) {
    return shortened(NOT_PLAIN.matcher(value).replaceAll("-"), LONGEST);
  }

  private static String escaped(String text) {
    String escaped =
        text.replace("\\", "\\E\\")
            .replace("|", "\\F\\")
            .replace("^", "\\S\\")
            .replace("&", "\\T\\")
            .replace("~", "\\R\\");
    return NOT_PRINTABLE.matcher(escaped).replaceAll(" ");
  }

  private static String shortened(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }
}
