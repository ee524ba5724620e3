package org.safeguardinghub.connectors.form.mapping;

import java.util.List;
import java.util.Set;
import org.safeguardinghub.connectors.form.mapping.Mapping.Layout;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** Reads how records are found. */
final class LayoutReader {
  private static final List<String> KINDS = List.of("csv", "json", "xml");
  private static final List<String> BOTH = List.of("json", "xml");
  private static final Set<String> ENCODINGS = Set.of("UTF-8", "windows-1252");
  private static final Layout NONE = new Layout.Csv(List.of(), List.of(), ',', "UTF-8");

  private final Faults faults;

  LayoutReader(Faults faults) {
    this.faults = faults;
  }

  /** At least one; several only where one look at the text tells them apart. */
  List<Layout> layouts(Fields file) {
    List<String> found = KINDS.stream().filter(file::has).toList();
    if (found.size() != 1 && !found.equals(BOTH)) {
      faults.add(
          file.line(), "say how records are found: one of csv, json, xml, or json and xml both");
      KINDS.forEach(file::node);
      return List.of(NONE);
    }
    return found.stream().map(kind -> layout(file, kind)).toList();
  }

  private Layout layout(Fields file, String kind) {
    YamlNode node = file.node(kind).orElseThrow();
    Fields fields = Fields.of(node, faults);
    Layout layout =
        switch (kind) {
          case "csv" -> csv(fields);
          case "json" ->
              new Layout.Json(
                  fields.texts("keys"),
                  fields.texts("anyOf"),
                  Conditions.of(fields, "where", LayoutReader::path, faults),
                  Path.of(fields.text("records")));
          default -> xml(fields);
        };
    fields.close();
    return layout;
  }

  private static Path path(Fields fields, String key) {
    return Path.of(fields.text(key));
  }

  private Layout csv(Fields fields) {
    String separator = fields.optionalText("separator").orElse(",");
    boolean known = separator.length() == 1 && ",;|\t".contains(separator);
    if (!known && !separator.equals("tab")) {
      faults.add(fields.line("separator"), "separator must be one of , ; | or tab");
    }
    String encoding = fields.optionalText("encoding").orElse("UTF-8");
    if (!ENCODINGS.contains(encoding)) {
      faults.add(fields.line("encoding"), "encoding must be UTF-8 or windows-1252");
    }
    return new Layout.Csv(
        columns(fields),
        fields.texts("without"),
        known ? separator.charAt(0) : '\t',
        ENCODINGS.contains(encoding) ? encoding : "UTF-8");
  }

  private List<String> columns(Fields fields) {
    List<String> columns = fields.texts("columns");
    if (columns.isEmpty()) {
      faults.add(
          fields.line(), "columns must list the headings by which such a file is recognised");
    }
    return columns;
  }

  private Layout xml(Fields fields) {
    Path records = Path.of(fields.text("records"));
    if (records.steps().contains("..")) {
      faults.add(fields.line("records"), "the way to the records leads from the root down");
    }
    return new Layout.Xml(
        fields.text("root"),
        fields.optionalText("namespace"),
        Conditions.of(fields, "where", LayoutReader::path, faults),
        fields.optionalText("unwrap").map(Path::of),
        records);
  }
}
