package org.safeguardinghub.deploy.local.story;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** What a place of a story file may hold; every fault is noted with its line and a way out. */
sealed interface Shape {
  /** Notes what is wrong at a node. */
  void check(String key, YamlNode node, Faults faults);

  /**
   * A value.
   *
   * @param fits whether its text is one
   * @param expected what is expected, for whoever wrote something else
   */
  record Value(Predicate<String> fits, String expected) implements Shape {
    @Override
    public void check(String key, YamlNode node, Faults faults) {
      if (!(node instanceof YamlNode.Scalar scalar) || !fits.test(scalar.text())) {
        faults.add(node, "'%s' must be %s".formatted(key, expected));
      }
    }
  }

  /** An object with these keys and no others. */
  record Keyed(Map<String, Shape> keys, Set<String> required) implements Shape {
    public Keyed {
      keys = Map.copyOf(keys);
      required = Set.copyOf(required);
    }

    @Override
    public void check(String key, YamlNode node, Faults faults) {
      if (!(node instanceof YamlNode.Mapping mapping)) {
        faults.add(node, "'%s' must be an object with keys".formatted(key));
        return;
      }
      mapping
          .entries()
          .forEach(
              (name, entry) -> {
                Shape shape = keys.get(name);
                if (shape == null) {
                  faults.add(entry.line(), unknown(key, name));
                } else {
                  shape.check(name, entry.value(), faults);
                }
              });
      for (String name : new TreeSet<>(required)) {
        if (!mapping.entries().containsKey(name)) {
          faults.add(node, "'%s' needs the key '%s': add it".formatted(key, name));
        }
      }
    }

    private String unknown(String key, String name) {
      return "'%s' has no key '%s': correct it or take it out; there may be %s"
          .formatted(key, name, String.join(", ", new TreeSet<>(keys.keySet())));
    }
  }

  /** A list. */
  record Many(Shape one) implements Shape {
    @Override
    public void check(String key, YamlNode node, Faults faults) {
      if (node instanceof YamlNode.Sequence sequence) {
        sequence.items().forEach(item -> one.check(key, item, faults));
      } else {
        faults.add(node, "'%s' must be a list".formatted(key));
      }
    }
  }

  /** A list, or its only item by itself. */
  record OneOrMany(Shape one) implements Shape {
    @Override
    public void check(String key, YamlNode node, Faults faults) {
      Shape shape = node instanceof YamlNode.Sequence ? new Many(one) : one;
      shape.check(key, node, faults);
    }
  }

  /** Words, or an object. */
  record WordsOr(Keyed object) implements Shape {
    @Override
    public void check(String key, YamlNode node, Faults faults) {
      if (node instanceof YamlNode.Mapping) {
        object.check(key, node, faults);
      } else if (!(node instanceof YamlNode.Scalar scalar) || scalar.text().isBlank()) {
        faults.add(node, "'%s' holds sentences or objects".formatted(key));
      }
    }
  }
}
