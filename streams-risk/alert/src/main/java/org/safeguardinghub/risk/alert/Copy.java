package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * A copy of an alert (domain reference, sections 6.2 and 6.3). Its reader neither owns nor answers
 * it, and nothing climbs from there.
 *
 * @param desk the role that has it
 * @param function what its reader is there for: it decides what the copy shows
 * @param personId the holder of the role who was told
 * @param children for a role that is held per agency: the children whom that agency knows
 * @param since when it was given
 * @param open false once it is to be read no more, because the alert is protected now
 */
public record Copy(
    Desk desk,
    Function function,
    String personId,
    Set<String> children,
    Instant since,
    boolean open) {
  public Copy {
    children = Set.copyOf(children);
  }

  /** What the reader of a copy is there for. */
  public enum Function {
    SOCIAL_CARE,
    HEALTH,
    POLICE,
    SCHOOL,
    HOUSING,
    /** A children's home. */
    HOME,
    YOUTH_JUSTICE,
    /** Whoever offers a child that was missing the interview on its return. */
    RETURN_INTERVIEW,
    /** The running of the hub; about no child. */
    OPERATION
  }

  /** The same for another holder of the role, or about other children. */
  Copy of(String person, Set<String> others) {
    return new Copy(desk, function, person, others, since, open);
  }

  Copy shut() {
    return new Copy(desk, function, personId, Set.of(), since, false);
  }

  /** A child goes on under another reference. */
  Copy renamed(String before, String after) {
    if (!children.contains(before)) {
      return this;
    }
    Set<String> next = new HashSet<>(children);
    next.remove(before);
    next.add(after);
    return of(personId, next);
  }
}
