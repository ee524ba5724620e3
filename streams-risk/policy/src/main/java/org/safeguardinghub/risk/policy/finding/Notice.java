package org.safeguardinghub.risk.policy.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * Something that is told without being a finding: new evidence for the worker of an open case or
 * the lead of an open plan, a concern of the highest level on which no finding of its day rests,
 * what waits for a steward, or allegations that gather in one setting.
 *
 * @param id follows from pattern, subject and the event that completed it
 * @param pattern id of the pattern, or of the urgent notice
 * @param to who is told
 */
public record Notice(
    String id,
    String pattern,
    String patternTitle,
    To to,
    SubjectRef subject,
    List<String> children,
    Instant at,
    LocalDate date,
    Severity severity,
    List<Evidence> evidence,
    String because,
    List<String> wouldBeWrong,
    List<String> notKnown,
    List<String> protective,
    String source,
    String question,
    boolean identityUnconfirmed,
    boolean learnedLate) {
  /** Who is told. */
  public enum To {
    ALLOCATED_WORKER("allocated worker"),
    PLAN_LEAD("lead of the open plan"),
    OWNER("owner"),
    LADO("designated officer (LADO)"),
    STEWARD("identity steward");

    private final String words;

    To(String words) {
      this.words = words;
    }

    /** In plain words. */
    public String words() {
      return words;
    }
  }

  public Notice {
    children = List.copyOf(children);
    evidence = List.copyOf(evidence);
    wouldBeWrong = List.copyOf(wouldBeWrong);
    notKnown = List.copyOf(notKnown);
    protective = List.copyOf(protective);
  }
}
