package org.safeguardinghub.risk.identity.model;

import java.util.List;
import org.safeguardinghub.risk.identity.compare.Agreement;

/**
 * Why two records are held to be one person's, or not.
 *
 * @param prior bits before anything is compared: most pairs are two people's
 * @param lines what was compared; a missing value has no line and no weight
 * @param household bits taken off because two people of one household would share as much
 * @param weighed all bits together
 * @param score the same after the rules about national identifiers
 */
public record Explanation(
    double prior, List<Line> lines, double household, double weighed, double score) {
  public Explanation {
    lines = List.copyOf(lines);
  }

  /**
   * One thing that was compared.
   *
   * @param feature what
   * @param agreement how it compared
   * @param bits for one person; below 0 against
   */
  public record Line(String feature, Agreement agreement, double bits) {}
}
