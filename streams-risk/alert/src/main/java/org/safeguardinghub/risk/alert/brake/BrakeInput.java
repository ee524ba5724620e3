package org.safeguardinghub.risk.alert.brake;

import org.safeguardinghub.risk.alert.AlertInput;
import org.safeguardinghub.risk.alert.Moment;

/** What can happen to what is held. */
public sealed interface BrakeInput {

  /** Something for the subject's alerts, and what gave rise to it. */
  record Decided(AlertInput input, Cause cause) implements BrakeInput {}

  /** An administrator lets a finding go to whom it is for. */
  record Release(String findingId, Ruling ruling, Moment moment) implements BrakeInput {}

  /** An administrator does not want a finding told. */
  record Decline(String findingId, Ruling ruling) implements BrakeInput {}
}
