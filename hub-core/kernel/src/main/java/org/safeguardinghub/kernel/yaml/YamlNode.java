package org.safeguardinghub.kernel.yaml;

import java.util.List;
import java.util.Map;

/** A part of a YAML document that knows its line. */
public sealed interface YamlNode {
  /** Line in the file, from 1. */
  int line();

  /** A map with text keys, in the order of the file. */
  record Mapping(int line, Map<String, Entry> entries) implements YamlNode {}

  /** A list. */
  record Sequence(int line, List<YamlNode> items) implements YamlNode {}

  /** A single value as it was written, without a guess at its type. */
  record Scalar(int line, String text) implements YamlNode {}

  /** A key's line and its value. */
  record Entry(int line, YamlNode value) {}
}
