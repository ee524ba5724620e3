package org.safeguardinghub.connectors.form.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.safeguardinghub.connectors.form.read.XmlNode;

/**
 * A record and what is in it, the same for rows, JSON and XML. Has no text of its own: it holds
 * personal data.
 */
interface Tree {
  /** What stands under a name: none, one, or all items of a list. */
  List<Tree> step(String name);

  /** Its own value, or empty. */
  String text();

  /** All that it says, in an order of its own: the same for the same record, wherever it stands. */
  List<String> content();

  /** What it stands in. */
  Optional<Tree> parent();

  /** A row of cells by the names of their columns. */
  static Tree row(List<String> columns, List<String> cells) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      values.putIfAbsent(columns.get(i), cells.get(i).strip());
    }
    return new Row(values);
  }

  static Tree of(JsonNode node) {
    return new Json(node, Optional.empty());
  }

  static Tree of(XmlNode node) {
    return new Xml(node, Optional.empty());
  }

  /** Column names without case, spaces and signs: systems spell the same heading differently. */
  static String column(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** One row. */
  final class Row implements Tree {
    /** Names that mappings ask for, as columns: few, and asked of every row. */
    private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

    private final Map<String, String> values;

    private Row(Map<String, String> values) {
      this.values = values;
    }

    /** With what another row says under headings where this one says nothing. */
    Row beside(Row more) {
      Map<String, String> all = new HashMap<>(more.values);
      values.forEach(
          (column, value) -> {
            if (!value.isEmpty()) {
              all.put(column, value);
            }
          });
      return new Row(all);
    }

    boolean same(Row other) {
      return values.equals(other.values);
    }

    @Override
    public List<String> content() {
      List<String> content = new ArrayList<>();
      new TreeMap<>(values).forEach((column, value) -> content.addAll(List.of(column, value)));
      return content;
    }

    @Override
    public List<Tree> step(String name) {
      String value = values.getOrDefault(NAMES.computeIfAbsent(name, Tree::column), "");
      return value.isEmpty() ? List.of() : List.of(new Leaf(value, this));
    }

    @Override
    public String text() {
      return "";
    }

    @Override
    public Optional<Tree> parent() {
      return Optional.empty();
    }
  }

  /** One cell or attribute. */
  final class Leaf implements Tree {
    private final String value;
    private final Tree parent;

    private Leaf(String value, Tree parent) {
      this.value = value;
      this.parent = parent;
    }

    @Override
    public List<Tree> step(String name) {
      return List.of();
    }

    @Override
    public String text() {
      return value;
    }

    @Override
    public List<String> content() {
      return List.of(value);
    }

    @Override
    public Optional<Tree> parent() {
      return Optional.of(parent);
    }
  }

  /** A JSON value. A list stands for its items. */
  final class Json implements Tree {
    private final JsonNode node;
    private final Optional<Tree> parent;

    private Json(JsonNode node, Optional<Tree> parent) {
      this.node = node;
      this.parent = parent;
    }

    @Override
    public List<Tree> step(String name) {
      List<Tree> found = new ArrayList<>();
      items(node.path(name), found);
      return found;
    }

    private void items(JsonNode value, List<Tree> found) {
      if (value.isArray()) {
        value.forEach(item -> items(item, found));
      } else if (!value.isMissingNode() && !value.isNull()) {
        found.add(new Json(value, Optional.of(this)));
      }
    }

    @Override
    public String text() {
      return node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
    }

    @Override
    public List<String> content() {
      return List.of(node.toString());
    }

    @Override
    public Optional<Tree> parent() {
      return parent;
    }
  }

  /** An element; {@code @name} is an attribute. */
  final class Xml implements Tree {
    private final XmlNode node;
    private final Optional<Tree> parent;

    private Xml(XmlNode node, Optional<Tree> parent) {
      this.node = node;
      this.parent = parent;
    }

    @Override
    public List<Tree> step(String name) {
      if (name.startsWith("@")) {
        String value = node.attribute(name.substring(1)).strip();
        return value.isEmpty() ? List.of() : List.of(new Leaf(value, this));
      }
      List<Tree> found = new ArrayList<>();
      for (XmlNode child : node.children()) {
        if (name.equals("*") || child.name().equals(name)) {
          found.add(new Xml(child, Optional.of(this)));
        }
      }
      return found;
    }

    @Override
    public String text() {
      return node.text();
    }

    @Override
    public List<String> content() {
      return node.content();
    }

    @Override
    public Optional<Tree> parent() {
      return parent;
    }
  }
}
