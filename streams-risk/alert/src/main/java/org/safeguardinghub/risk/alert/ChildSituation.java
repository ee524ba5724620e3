package org.safeguardinghub.risk.alert;

import java.util.Set;

/**
 * What routing needs to know about one child. It is a picture of now: whenever it changes, the
 * route is decided again.
 *
 * @param locationProtected whether handling class H4 is in force
 * @param open what social care has open
 * @param closedRecently whether an episode closed within the last 90 days
 * @param missingNow whether the child is missing now
 * @param unborn whether the child is not born yet
 * @param underFive whether the child is known to be younger than five
 */
public record ChildSituation(
    boolean locationProtected,
    Set<CaseKind> open,
    boolean closedRecently,
    boolean missingNow,
    boolean unborn,
    boolean underFive) {
  public static final ChildSituation UNKNOWN =
      new ChildSituation(false, Set.of(), false, false, false, false);

  public ChildSituation {
    open = Set.copyOf(open);
  }
}
