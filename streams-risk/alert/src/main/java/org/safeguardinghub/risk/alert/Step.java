package org.safeguardinghub.risk.alert;

import java.util.List;

/** A state and what follows from the input that led to it. */
public record Step(AlertState state, List<AlertOutput> outputs) {
  public Step {
    outputs = List.copyOf(outputs);
  }
}
