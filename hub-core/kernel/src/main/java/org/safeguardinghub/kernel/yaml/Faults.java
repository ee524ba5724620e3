package org.safeguardinghub.kernel.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the faults of one file while it is read, so that its author sees all of them at once.
 */
public final class Faults {
  private final String file;
  private final List<Fault> found = new ArrayList<>();

  /** An empty collection for the file of this name. */
  public Faults(String file) {
    this.file = file;
  }

  /** Notes a fault at a line. */
  public void add(int line, String reason) {
    found.add(new Fault(file, line, reason));
  }

  /** Notes a fault at a node. */
  public void add(YamlNode at, String reason) {
    add(at.line(), reason);
  }

  /** Whether nothing was found so far. */
  public boolean none() {
    return found.isEmpty();
  }

  /** All faults in the order of their lines. */
  public List<Fault> inOrder() {
    return found.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
  }
}
