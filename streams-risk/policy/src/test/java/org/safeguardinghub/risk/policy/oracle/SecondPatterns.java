package org.safeguardinghub.risk.policy.oracle;

import java.util.List;

/** P21 to P40. */
final class SecondPatterns {
  static final List<Tried> ALL = List.of();

  private SecondPatterns() {}
}
