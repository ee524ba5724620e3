package org.safeguardinghub.risk.alert.brake;

import java.util.List;

/** The next state, and what follows. */
public record BrakeStep(BrakeState state, List<BrakeOutput> outputs) {
  public BrakeStep {
    outputs = List.copyOf(outputs);
  }
}
