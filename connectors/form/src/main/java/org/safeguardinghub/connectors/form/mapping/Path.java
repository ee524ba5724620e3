package org.safeguardinghub.connectors.form.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from a record to something in it: names with a slash between them, {@code ..} for what it
 * stands in, {@code .} for itself. A list stands for all its items.
 *
 * @param steps the names
 * @param line of the mapping file that names it, for its author; 0: not kept
 */
record Path(List<String> steps, int line) {
  Path {
    steps = List.copyOf(steps);
  }

  static Path of(String text) {
    List<String> steps = new ArrayList<>();
    for (String step : text.split("/", -1)) {
      if (!step.isBlank() && !step.strip().equals(".")) {
        steps.add(step.strip());
      }
    }
    return new Path(steps, 0);
  }

  /** A path that is the one name of a column: a heading may hold a slash. */
  static Path column(String name) {
    return new Path(List.of(name.strip()), 0);
  }

  Path at(int line) {
    return new Path(steps, line);
  }

  /** As its author writes it. */
  String words() {
    return steps.isEmpty() ? "." : String.join("/", steps);
  }

  List<Tree> all(Tree from) {
    List<Tree> found = List.of(from);
    for (String step : steps) {
      List<Tree> next = new ArrayList<>();
      for (Tree tree : found) {
        if (step.equals("..")) {
          tree.parent().ifPresent(next::add);
        } else {
          next.addAll(tree.step(step));
        }
      }
      found = next;
    }
    return found;
  }

  /** The first text that is not empty. */
  Optional<String> first(Tree from) {
    return all(from).stream().map(Tree::text).filter(text -> !text.isEmpty()).findFirst();
  }
}
