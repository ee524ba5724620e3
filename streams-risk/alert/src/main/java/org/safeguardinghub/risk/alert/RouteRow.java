package org.safeguardinghub.risk.alert;

import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.subject.Scope;

/**
 * One row of the routing table.
 *
 * @param id as in the domain reference, with a letter where a row has several leads
 * @param when all must hold; none: always
 * @param owner the role that owns
 * @param because why, in plain words that follow "sent to you because"
 * @param copies roles that are told as well
 * @param outOfHours who answers outside working hours
 * @param confined nobody but the holders of the role may ever own it
 */
public record RouteRow(
    String id,
    List<RouteCondition> when,
    String owner,
    String because,
    List<String> copies,
    Optional<OutOfHours> outOfHours,
    boolean confined) {
  public RouteRow {
    when = List.copyOf(when);
    copies = List.copyOf(copies);
  }

  boolean matches(Scope scope, Finding finding, Situation situation) {
    return RouteCondition.allHold(when, scope, finding, situation);
  }

  /** The agency whose holder of the role is meant, where the row speaks of one agency. */
  Optional<String> agency(Finding finding) {
    return when.stream().anyMatch(RouteCondition.OneAgency.class::isInstance)
        ? RouteCondition.OneAgency.agency(finding)
        : Optional.empty();
  }
}
