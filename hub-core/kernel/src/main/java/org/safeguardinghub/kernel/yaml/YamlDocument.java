package org.safeguardinghub.kernel.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Parses the text of one document into nodes with lines. Anchors and aliases are refused: a
 * reviewed file says all.
 */
public final class YamlDocument {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setUseMarks(true).setCodePointLimit(4_000_000).build();

  private YamlDocument() {}

  /**
   * The document's root, which must be a map; empty if it cannot be parsed, with the faults noted.
   */
  public static Optional<YamlNode.Mapping> parse(String text, Faults faults) {
    try {
      Optional<Node> root = new Compose(SETTINGS).composeString(text);
      if (root.isPresent() && convert(root.get(), faults) instanceof YamlNode.Mapping mapping) {
        return Optional.of(mapping);
      }
      faults.add(1, "the file must be a map of keys and values");
    } catch (MarkedYamlEngineException e) {
      String problem = e.getProblem();
      faults.add(
          e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
          "not YAML: " + (problem == null ? "it cannot be parsed" : problem));
    } catch (YamlEngineException | StackOverflowError e) {
      faults.add(1, "not YAML: it cannot be parsed");
    }
    return Optional.empty();
  }

  private static YamlNode convert(Node node, Faults faults) {
    int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    if (node.getAnchor().isPresent()) {
      faults.add(line, "anchors and aliases are not allowed");
      return new YamlNode.Scalar(line, "");
    }
    return switch (node) {
      case ScalarNode scalar -> new YamlNode.Scalar(line, scalar.getValue());
      case SequenceNode sequence -> sequence(sequence, line, faults);
      case MappingNode mapping -> mapping(mapping, line, faults);
      default -> {
        // The library's node type is open; these three are all that a document can hold.
        faults.add(line, "unexpected kind of node");
        yield new YamlNode.Scalar(line, "");
      }
    };
  }

  private static YamlNode sequence(SequenceNode sequence, int line, Faults faults) {
    List<YamlNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(convert(item, faults));
    }
    return new YamlNode.Sequence(line, List.copyOf(items));
  }

  private static YamlNode mapping(MappingNode mapping, int line, Faults faults) {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = convert(tuple.getKeyNode(), faults);
      YamlNode value = convert(tuple.getValueNode(), faults);
      if (!(key instanceof YamlNode.Scalar name)) {
        faults.add(key, "a key must be text");
      } else if (entries.putIfAbsent(name.text(), new YamlNode.Entry(key.line(), value)) != null) {
        faults.add(key, "key '" + name.text() + "' is given twice");
      }
    }
    return new YamlNode.Mapping(line, entries);
  }
}
