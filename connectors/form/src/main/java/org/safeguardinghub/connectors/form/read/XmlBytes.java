package org.safeguardinghub.connectors.form.read;

import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** The text of XML from its bytes, in the encoding of its byte order mark or declaration. */
final class XmlBytes {
  private static final Pattern ENCODING =
      Pattern.compile(
          "^(?:\u00EF\u00BB\u00BF)?<\\?xml [^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private XmlBytes() {}

  /** Checked before the parser: it would say of wrong bytes on the console what they are. */
  static Reader decoded(byte[] bytes) throws XMLStreamException {
    try {
      Charset encoding = charset(bytes);
      if (Characters.sound(bytes, encoding)) {
        return Characters.of(bytes, encoding);
      }
    } catch (IllegalArgumentException unknown) {
      // Said below.
    }
    throw new XMLStreamException("not in the encoding that it names");
  }

  private static Charset charset(byte[] bytes) {
    int first = bytes.length > 0 ? bytes[0] & 0xFF : 0;
    int second = bytes.length > 1 ? bytes[1] & 0xFF : 0;
    if (first == 0xFE || (first == 0 && second == '<')) {
      return StandardCharsets.UTF_16BE;
    }
    if (first == 0xFF || (first == '<' && second == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
    Matcher declared = ENCODING.matcher(head);
    return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
  }
}
