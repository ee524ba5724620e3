package org.safeguardinghub.risk.alert;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;

/**
 * Who owns an alert: rows in order, the first that matches wins. Also the ladder's periods and, for
 * each role, the role above it where the directory does not say.
 *
 * @param id name of the table
 * @param version its version
 * @param rows in order; the last matches always
 * @param apart patterns whose findings are alerts of their own and join no other
 * @param managers role above each role, for roles without an entry in the directory
 * @param ladder how long each rung has
 * @param aside for how long an answered alert may be put aside, by severity
 * @param copies who gets copies
 */
public record RoutingTable(
    String id,
    int version,
    List<RouteRow> rows,
    Set<String> apart,
    Map<String, String> managers,
    Ladder ladder,
    Map<Severity, Period> aside,
    CopyTable copies) {
  /** Where everything ends that nobody else answers for. */
  public static final String DUTY_DESK = "duty-desk";

  /** Stands for the desk itself where the directory names nobody: an alert is never nowhere. */
  public static final String DUTY_DESK_PERSON = "p-duty-desk";

  public RoutingTable {
    rows = List.copyOf(rows);
    apart = Set.copyOf(apart);
    managers = Map.copyOf(managers);
    aside = Map.copyOf(aside);
    if (!aside.keySet().containsAll(EnumSet.allOf(Severity.class))) {
      throw new IllegalArgumentException("a time to put aside is missing for a severity");
    }
    if (rows.isEmpty() || !rows.getLast().when().isEmpty()) {
      throw new IllegalArgumentException("the last row of a routing table matches always");
    }
  }

  /** The table that is shipped. A faulty one is a fault of the build. */
  public static RoutingTable load() {
    return RoutingReader.shipped();
  }

  /** A row that matched, and the reason for which it did. */
  record Match(RouteRow row, Finding finding) {}

  /**
   * The row for an alert: the first that its most urgent standing reasons match, so that a milder
   * reason with a desk of its own does not take an urgent one along.
   */
  Match match(Scope scope, List<Finding> standing, Situation situation) {
    if (standing.isEmpty()) {
      throw new IllegalArgumentException("an alert without a standing reason");
    }
    Severity worst = Dossier.mostUrgent(standing);
    for (RouteRow row : rows) {
      for (Finding finding : standing) {
        if (finding.severity() == worst && row.matches(scope, finding, situation)) {
          return new Match(row, finding);
        }
      }
    }
    throw new IllegalStateException("the last row matches always");
  }

  /** For how long an answered alert of this severity may be put aside at most. */
  Period aside(Severity severity) {
    return Objects.requireNonNull(aside.get(severity), "the constructor has checked that");
  }

  Optional<RouteRow> row(String rowId) {
    return rows.stream().filter(row -> row.id().equals(rowId)).findFirst();
  }
}
