package org.safeguardinghub.risk.policy.register;

import java.util.List;

/** The register as one accessible HTML page. */
final class HtmlPage implements Page {
  private static final String STYLE =
      "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#0b0c0c}"
          + "table{border-collapse:collapse;width:100%;margin:0 0 1rem}"
          + "th,td{border-bottom:1px solid #767676;padding:.4rem .6rem .4rem 0;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
          + "h2{border-top:.3rem solid #1d4f60;padding-top:.6rem;margin-top:2.5rem}a{color:#1a5fa0}";
  private final StringBuilder page = new StringBuilder();

  @Override
  public void begin(String title) {
    page.append("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>%s</title>\n<style>%s</style>\n".formatted(escaped(title), STYLE))
        .append("</head>\n<body>\n<main>\n<h1>%s</h1>\n".formatted(escaped(title)));
  }

  @Override
  public void contents(List<Entry> entries) {
    page.append("<nav aria-label=\"Patterns\">\n<ul>\n");
    entries.forEach(
        entry ->
            page.append(
                "<li><a href=\"#%s\">%s</a></li>\n"
                    .formatted(escaped(entry.id()), escaped(entry.id() + " " + entry.title()))));
    page.append("</ul>\n</nav>\n");
  }

  @Override
  public void heading(String text, String anchor) {
    page.append("<h2 id=\"%s\">%s</h2>\n".formatted(escaped(anchor), escaped(text)));
  }

  @Override
  public void part(String text) {
    page.append("<h3>%s</h3>\n".formatted(escaped(text)));
  }

  @Override
  public void text(String text) {
    page.append("<p>%s</p>\n".formatted(escaped(text)));
  }

  @Override
  public void list(List<String> items) {
    page.append("<ul>\n");
    items.forEach(item -> page.append("<li>%s</li>\n".formatted(escaped(item))));
    page.append("</ul>\n");
  }

  @Override
  public void table(String name, String value, List<Fact> rows) {
    page.append(
        "<table>\n<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n<tbody>\n"
            .formatted(escaped(name), escaped(value)));
    rows.forEach(
        row ->
            page.append(
                "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n"
                    .formatted(escaped(row.name()), escaped(row.value()))));
    page.append("</tbody>\n</table>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String end() {
    return page.append("</main>\n</body>\n</html>\n").toString();
  }
}
