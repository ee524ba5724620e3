package org.safeguardinghub.risk.alert;

import java.util.List;
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
 * @param child the child's reference; empty where it is not known
 * @param network agencies that reported of the child within a year, the latest first
 */
public record ChildSituation(
    boolean locationProtected,
    Set<CaseKind> open,
    boolean closedRecently,
    boolean missingNow,
    boolean unborn,
    boolean underFive,
    String child,
    List<String> network) {
  public static final ChildSituation UNKNOWN =
      new ChildSituation(false, Set.of(), false, false, false, false);

  public ChildSituation {
    open = Set.copyOf(open);
    network = List.copyOf(network);
  }

  /** A child of whom no agency is known. */
  public ChildSituation(
      boolean locationProtected,
      Set<CaseKind> open,
      boolean closedRecently,
      boolean missingNow,
      boolean unborn,
      boolean underFive) {
    this(locationProtected, open, closedRecently, missingNow, unborn, underFive, "", List.of());
  }

  /** The same child with these agencies around it. */
  public ChildSituation knownTo(String ref, List<String> agencies) {
    return new ChildSituation(
        locationProtected, open, closedRecently, missingNow, unborn, underFive, ref, agencies);
  }
}
