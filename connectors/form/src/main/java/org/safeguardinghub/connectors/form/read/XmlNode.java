package org.safeguardinghub.connectors.form.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element with all that is in it. Names are local names. Has no text of its own: it holds
 * personal data.
 */
public final class XmlNode {
  private final String name;
  private final String namespace;
  private final int line;
  private final Map<String, String> attributes;
  private final List<XmlNode> children = new ArrayList<>();
  private String text = "";

  XmlNode(String name, String namespace, int line, Map<String, String> attributes) {
    this.name = name;
    this.namespace = namespace;
    this.line = line;
    this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  void add(XmlNode child) {
    children.add(child);
  }

  void text(String content) {
    text = content;
  }

  public String name() {
    return name;
  }

  /** Its namespace, or empty. */
  public String namespace() {
    return namespace;
  }

  /** Where it begins, from 1. */
  public int line() {
    return line;
  }

  /** Its own text, stripped. */
  public String text() {
    return text;
  }

  public String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  public List<XmlNode> children() {
    return Collections.unmodifiableList(children);
  }

  /** The children of this name. */
  public List<XmlNode> all(String child) {
    return children.stream().filter(node -> node.name.equals(child)).toList();
  }

  /** All elements at the end of the path of child names. */
  public List<XmlNode> all(List<String> path) {
    Stream<XmlNode> found = Stream.of(this);
    for (String step : path) {
      found = found.flatMap(node -> node.all(step).stream());
    }
    return found.toList();
  }

  /** The first element at the end of the path. */
  public Optional<XmlNode> first(String... path) {
    return all(List.of(path)).stream().findFirst();
  }

  /** The text of the first element at the end of the path, or empty. */
  public String at(String... path) {
    return first(path).map(XmlNode::text).orElse("");
  }

  /** All that it says: names, attributes and texts, its own before those of what is in it. */
  public List<String> content() {
    List<String> content = new ArrayList<>(List.of(name, text));
    attributes.forEach((attribute, value) -> content.addAll(List.of("@" + attribute, value)));
    for (XmlNode child : children) {
      content.addAll(child.content());
    }
    content.add("/" + name);
    return content;
  }

  @Override
  public String toString() {
    return "XmlNode[withheld]";
  }
}
