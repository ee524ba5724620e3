package org.safeguardinghub.connectors.form.conform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import org.safeguardinghub.connectors.form.read.JsonText;
import org.safeguardinghub.connectors.form.read.XmlText;

/** What a file looks like that no form reads: said so that nobody takes silence for reading. */
public enum Looks {
  EMPTY("NO_FORM: empty"),
  SCHEMA("NO_FORM: a schema, no data"),
  XML("NO_FORM: XML of an unknown kind"),
  JSON("NO_FORM: JSON of an unknown kind"),
  WORKBOOK("NO_FORM: a zip archive or workbook of an unknown kind"),
  DESCRIPTION("NO_FORM: a licence or description in words"),
  TEST_SCRIPT("NO_FORM: a test script or YAML text"),
  TEXT("NO_FORM: text or a table of an unknown kind"),
  BINARY("NO_FORM: binary");

  private static final int HEAD = 4096;

  private final String reason;

  Looks(String reason) {
    this.reason = reason;
  }

  /** As a reason for a report. */
  public String reason() {
    return reason;
  }

  static Looks like(byte[] bytes) {
    if (bytes.length == 0) {
      return EMPTY;
    }
    if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
      return WORKBOOK;
    }
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
    if (XmlText.looksLike(bytes)) {
      return XmlText.root(bytes)
          .map(root -> root.namespace().equals("http://www.w3.org/2001/XMLSchema") ? SCHEMA : XML)
          .orElse(XML);
    }
    if (JsonText.looksLike(bytes)) {
      return head.contains("\"$schema\"") ? SCHEMA : JSON;
    }
    if (head.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      return BINARY;
    }
    return words(head);
  }

  private static Looks words(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    if (lower.contains("licen") || lower.contains("copyright") || head.startsWith("#")) {
      return head.contains("ContextAttributes") ? TEST_SCRIPT : DESCRIPTION;
    }
    return head.contains("Feature:") || (head.contains("\n  ") && head.contains(":"))
        ? TEST_SCRIPT
        : TEXT;
  }
}
