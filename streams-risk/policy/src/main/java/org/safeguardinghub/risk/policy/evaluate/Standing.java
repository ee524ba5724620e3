package org.safeguardinghub.risk.policy.evaluate;

import java.util.HashSet;
import java.util.List;
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
   * @param shownFrom the first of the steps in a row of which it shows the evidence
   * @param fired the step at which it was last told as a finding, maybe before those
   */
  record Open(Step shownFrom, Step fired, Severity severity) {}

  /**
   * That somebody was told.
   *
   * @param before the time before that, if it was about the same
   */
  record Told(Step step, @Nullable Step before) {
    /** Whether a later match counts at least so many incidents that were not heard of. */
    boolean isNewTo(Match match, int enough) {
      List<Incident> others = match.beyond(step.match());
      if (others.size() < enough) {
        return false;
      }
      Set<String> unheard = new HashSet<>();
      // The latest are most likely news.
      for (Incident incident : others.reversed()) {
        boolean heard =
            step.match().counts(incident) || (before != null && before.match().counts(incident));
        if (!heard && unheard.add(incident.key()) && unheard.size() >= enough) {
          return true;
        }
      }
      return false;
    }
  }
}
