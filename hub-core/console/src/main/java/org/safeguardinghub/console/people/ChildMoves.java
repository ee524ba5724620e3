package org.safeguardinghub.console.people;

import java.util.List;

/** What the identity ledger moved from one child to another and the directory has not followed. */
public interface ChildMoves {
  /**
   * A merge or a split.
   *
   * @param from the child that they were
   * @param to the child that they are now
   * @param decidedBy person id
   */
  record Move(String decisionId, String from, String to, String decidedBy) {}

  /** In the order in which they were decided. */
  List<Move> unfollowed();

  void followed(Move move);
}
