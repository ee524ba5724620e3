package org.safeguardinghub.connectors.health.hl7;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguardinghub.connectors.form.read.XmlNode;
import org.safeguardinghub.connectors.form.read.XmlText;

/**
 * The XML encoding of HL7 version 2, turned into the usual one: the same segments and fields, with
 * separators in place of elements.
 */
final class V2Xml {
  private static final String NAMESPACE = "urn:hl7-org:v2xml";
  private static final Pattern SEGMENT = Pattern.compile("[A-Z][A-Z0-9]{2}");
  private static final Pattern NUMBERED = Pattern.compile("[A-Z][A-Za-z0-9_]*\\.(\\d{1,3})");

  /** Separators by depth: repetitions are joined apart. */
  private static final String[] SEPARATORS = {"|", "^", "&"};

  private static final int CHARACTER_SET = 18;

  private V2Xml() {}

  static boolean looksLike(byte[] bytes) {
    return XmlText.looksLike(bytes)
        && XmlText.root(bytes).filter(root -> root.namespace().equals(NAMESPACE)).isPresent();
  }

  /** The message in the usual encoding, in UTF-8; empty if the XML cannot be read. */
  static Optional<byte[]> message(byte[] bytes) {
    if (!(XmlText.document(bytes) instanceof XmlText.Piece.Element(int _, XmlNode root))) {
      return Optional.empty();
    }
    StringBuilder message = new StringBuilder();
    segments(root, message);
    return Optional.of(message.toString().getBytes(UTF_8));
  }

  private static void segments(XmlNode node, StringBuilder message) {
    for (XmlNode child : node.children()) {
      if (SEGMENT.matcher(child.name()).matches()) {
        message.append(segment(child)).append('\r');
      } else {
        segments(child, message);
      }
    }
  }

  private static String segment(XmlNode segment) {
    TreeMap<Integer, StringJoiner> fields = new TreeMap<>();
    for (XmlNode field : segment.children()) {
      number(field)
          .ifPresent(
              number ->
                  fields.computeIfAbsent(number, _ -> new StringJoiner("~")).add(value(field, 1)));
    }
    boolean header = segment.name().equals("MSH");
    if (header) {
      // The separators are ours, and so is the character set.
      fields.remove(1);
      fields.remove(2);
      fields.put(CHARACTER_SET, new StringJoiner("").add("UNICODE UTF-8"));
    }
    StringBuilder line = new StringBuilder(header ? "MSH|^~\\&" : segment.name());
    int last = header ? 2 : 0;
    for (var field : fields.entrySet()) {
      line.repeat("|", field.getKey() - last).append(field.getValue());
      last = field.getKey();
    }
    return line.toString();
  }

  private static String value(XmlNode node, int depth) {
    List<XmlNode> parts =
        node.children().stream().filter(child -> number(child).isPresent()).toList();
    if (parts.isEmpty() || depth >= SEPARATORS.length) {
      return escaped(node.text());
    }
    TreeMap<Integer, String> byNumber = new TreeMap<>();
    parts.forEach(part -> byNumber.put(number(part).orElseThrow(), value(part, depth + 1)));
    StringBuilder joined = new StringBuilder();
    int last = 1;
    for (var part : byNumber.entrySet()) {
      joined.repeat(SEPARATORS[depth], part.getKey() - last).append(part.getValue());
      last = part.getKey();
    }
    return joined.toString();
  }

  private static Optional<Integer> number(XmlNode node) {
    Matcher numbered = NUMBERED.matcher(node.name());
    return numbered.matches()
        ? Optional.of(Integer.parseInt(numbered.group(1))).filter(number -> number > 0)
        : Optional.empty();
  }

  private static String escaped(String text) {
    return text.strip()
        .replace("\\", "\\E\\")
        .replace("|", "\\F\\")
        .replace("^", "\\S\\")
        .replace("&", "\\T\\")
        .replace("~", "\\R\\")
        .replaceAll("[\\r\\n]+", " ");
  }
}
