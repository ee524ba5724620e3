package org.safeguardinghub.risk.policy.file;

import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.risk.policy.evaluate.Words;

/** Checks that a text asks only for what can be filled in. */
final class Placeholders {
  /** Those that every match fills. */
  static final Set<String> ALWAYS =
      Set.of("incidents", "families", "familyCount", "level", "first", "last");

  private Placeholders() {}

  static void check(Faults faults, int line, String text, Set<String> known) {
    for (String name : Words.placeholders(text)) {
      if (!known.contains(name)) {
        faults.add(line, "unknown placeholder '{" + name + "}'; known are " + new TreeSet<>(known));
      }
    }
  }
}
