package org.safeguardinghub.risk.policy.register;

import java.util.List;

/** The register as Markdown. */
final class MarkdownPage implements Page {
  private final StringBuilder page = new StringBuilder();

  @Override
  public void begin(String title) {
    page.append("# ").append(title).append("\n\n");
  }

  @Override
  public void contents(List<Entry> entries) {
    list(entries.stream().map(entry -> entry.id() + " " + entry.title()).toList());
  }

  @Override
  public void heading(String text, String anchor) {
    page.append("## ").append(text).append("\n\n");
  }

  @Override
  public void part(String text) {
    page.append("### ").append(text).append("\n\n");
  }

  @Override
  public void text(String text) {
    page.append(text).append("\n\n");
  }

  @Override
  public void list(List<String> items) {
    items.forEach(item -> page.append("- ").append(item).append('\n'));
    page.append('\n');
  }

  @Override
  public void table(String name, String value, List<Fact> rows) {
    page.append("| %s | %s |\n|---|---|\n".formatted(name, value));
    rows.forEach(
        row -> page.append("| %s | %s |\n".formatted(cell(row.name()), cell(row.value()))));
    page.append('\n');
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  @Override
  public String end() {
    return page.toString().stripTrailing() + "\n";
  }
}
