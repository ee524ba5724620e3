package org.safeguardinghub.connectors.intake.check;

import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.Step;

/** One check. */
public interface Check {
  Step step();

  Outcome check(Draft draft);

  /** What a check found. */
  sealed interface Outcome {
    /** It passes; the draft may have learnt something. */
    record Passed(Draft draft) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
  }

  /** A refusal of this check. */
  default Outcome refuse(String reasonCode, String explanation, String pointer) {
    return new Outcome.Refused(Refusal.at(step(), reasonCode, explanation, pointer));
  }
}
