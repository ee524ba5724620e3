package org.safeguardinghub.risk.alert;

import java.util.List;

/**
 * The situation of everybody whom an alert of this subject would be about: one child, or the
 * children of a household. A household alert takes the first row that any of its children meets.
 */
public record Situation(List<ChildSituation> children) {
  public static final Situation UNKNOWN = new Situation(List.of(ChildSituation.UNKNOWN));

  public Situation {
    children = children.isEmpty() ? List.of(ChildSituation.UNKNOWN) : List.copyOf(children);
  }

  public static Situation of(ChildSituation child) {
    return new Situation(List.of(child));
  }
}
