package org.safeguardinghub.console.web;

import java.util.Map;

/** The fields of a posted form. */
record FormFields(Map<String, Object> fields) {
  /** A field's text; blank where it is absent. A field that was sent twice counts as absent. */
  String text(String name) {
    return fields.get(name) instanceof String text ? text : "";
  }

  /** A field of several lines: browsers send line ends as two characters. */
  String lines(String name) {
    return text(name).replace("\r\n", "\n");
  }

  /** A whole number; -1 where there is none. */
  long number(String name) {
    String text = text(name);
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  @Override
  public String toString() {
    return "[withheld]";
  }
}
