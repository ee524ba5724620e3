package org.safeguardinghub.risk.policy.register;

import java.util.List;

/** A document while it is written. */
sealed interface Page permits MarkdownPage, HtmlPage {
  void begin(String title);

  void contents(List<Entry> entries);

  /** A section that can be linked to. */
  void heading(String text, String anchor);

  /** A part of a section. */
  void part(String text);

  void text(String text);

  void list(List<String> items);

  void table(String name, String value, List<Fact> rows);

  /** The whole document. */
  String end();
}
