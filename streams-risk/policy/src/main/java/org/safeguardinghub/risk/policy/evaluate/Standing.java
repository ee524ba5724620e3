package org.safeguardinghub.risk.policy.evaluate;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.Severity;

/**
 * How things stand after a step: all that decides what becomes of the next ones. Steps are compared
 * by what they are, not by what they say, so that two of these are equal only where the same steps
 * led here.
 *
 * @param finding the finding that stands, if any
 * @param told the last time that anybody was told, as a finding or as a notice
 */
record Standing(@Nullable Open finding, @Nullable Told told) {
  static final Standing NOTHING = new Standing(null, null);

  /**
   * A finding that stands.
   *
   * @param shownFrom the first step of which it shows the evidence
   * @param fired the step at which it was last told
   */
  record Open(Step shownFrom, Step fired, Severity severity) {}

  /**
   * That somebody was told.
   *
   * @param before the time before that, if it was about the same
   */
  record Told(Step step, @Nullable Step before) {
    /** The incidents that were heard of. */
    Set<String> incidents() {
      Set<String> incidents = new HashSet<>(step.match().incidentKeys());
      if (before != null) {
        incidents.addAll(before.match().incidentKeys());
      }
      return incidents;
    }
  }
}
