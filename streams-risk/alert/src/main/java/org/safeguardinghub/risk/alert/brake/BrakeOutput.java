package org.safeguardinghub.risk.alert.brake;

import org.safeguardinghub.risk.alert.AlertInput;

/** What follows from an input, in this order. */
public sealed interface BrakeOutput {

  /** It goes on to the subject's alerts. */
  record Through(AlertInput input) implements BrakeOutput {}

  /** It is held: for the first time, with other content, or declined. */
  record Holds(Held held) implements BrakeOutput {}

  /** It is not held any more. */
  record LetGo(Held held, Why why) implements BrakeOutput {}

  /** A ruling that changed nothing: what it names does not wait. */
  record NotWaiting(String findingId, String rulingId) implements BrakeOutput {}

  /** Why something is not held any more. */
  enum Why {
    RELEASED,
    /** Something new happened that raises or strengthens it. */
    OVERTAKEN,
    /** It does not stand any more. */
    WITHDRAWN
  }
}
