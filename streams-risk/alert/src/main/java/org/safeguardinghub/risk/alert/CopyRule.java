package org.safeguardinghub.risk.alert;

import java.util.List;
import java.util.Set;
import org.safeguardinghub.kernel.subject.Scope;

/**
 * Who gets a copy of an alert beside those whom its row names.
 *
 * @param rows ids of the rows to which it belongs; none: to each
 * @param when all must hold for a reason that stands and for one child; none: always
 * @param to roles that get a copy
 */
public record CopyRule(Set<String> rows, List<RouteCondition> when, List<String> to) {
  public CopyRule {
    rows = Set.copyOf(rows);
    when = List.copyOf(when);
    to = List.copyOf(to);
  }

  boolean holds(RouteRow row, Scope scope, List<Finding> standing, Situation situation) {
    return (rows.isEmpty() || rows.contains(row.id())) && holds(scope, standing, situation);
  }

  private boolean holds(Scope scope, List<Finding> standing, Situation situation) {
    for (Finding finding : standing) {
      if (RouteCondition.allHold(when, scope, finding, situation)) {
        return true;
      }
    }
    return false;
  }
}
