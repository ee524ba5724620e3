package org.safeguardinghub.risk.policy.finding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * That a pattern is there, with everything that explains it. It stands from its first firing on;
 * that a window has passed ends nothing.
 *
 * @param id follows from pattern, stage, subject and first evidence, never from the order of
 *     arrival
 * @param pattern id of the pattern
 * @param stage stage of the pattern; empty for most
 * @param children child references that it names, each once, sorted
 * @param firings the first and every later one, in order
 * @param severity the most urgent that it has had
 * @param evidence all events on which it rests, each once, in order of occurrence; none where it
 *     rests on what people did on the hub
 * @param because the explanation of its last firing, without any name
 * @param protective ids of protective events seen in the time before its last firing
 * @param identityUnconfirmed rests on an event whose identity a person still has to settle
 * @param learnedLate the last firing rests on something that reached the hub late
 * @param support what each event does for it, where that was asked
 */
public record Finding(
    String id,
    String pattern,
    String patternTitle,
    String stage,
    SubjectRef subject,
    List<String> children,
    List<Firing> firings,
    Severity severity,
    List<Evidence> evidence,
    String because,
    List<String> wouldBeWrong,
    List<String> notKnown,
    List<String> protective,
    String source,
    String question,
    boolean identityUnconfirmed,
    boolean learnedLate,
    Support support) {
  /** By date and id. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::date)
          .thenComparing(Finding::pattern)
          .thenComparing(Finding::id);

  public Finding {
    children = List.copyOf(children);
    firings = List.copyOf(firings);
    evidence = List.copyOf(evidence);
    wouldBeWrong = List.copyOf(wouldBeWrong);
    notKnown = List.copyOf(notKnown);
    protective = List.copyOf(protective);
    if (firings.isEmpty()) {
      throw new IllegalArgumentException("no finding without a firing");
    }
  }

  /** The same finding, with what each event does for it. */
  public Finding with(Support asked) {
    return new Finding(
        id,
        pattern,
        patternTitle,
        stage,
        subject,
        children,
        firings,
        severity,
        evidence,
        because,
        wouldBeWrong,
        notKnown,
        protective,
        source,
        question,
        identityUnconfirmed,
        learnedLate,
        asked);
  }

  /** The local date of the finding. */
  public LocalDate date() {
    return firings.getFirst().date();
  }

  /** Ids of the events on which it rests. */
  public Set<String> evidenceIds() {
    String[] ids = new String[evidence.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = evidence.get(i).eventId();
    }
    return Set.of(ids);
  }
}
