package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * Something that somebody is to do, agreed between agencies about an alert. It is marked once; what
 * is to be done otherwise is agreed anew.
 *
 * @param id that of the action by which it was agreed
 * @param task what, who, by when
 * @param personId who recorded it
 * @param at when it was recorded
 * @param reason why, sealed
 * @param outcome what came of it; empty while it is to be done
 * @param told whom the hub told of it; empty where it could tell nobody
 */
public record PlannedAction(
    String id,
    Task task,
    String personId,
    Instant at,
    Sealed reason,
    Optional<Outcome> outcome,
    Optional<String> told) {
  /** What is to be done (sealed), by whom, by when. */
  public record Task(Sealed what, Party who, Instant dueAt) {}

  /** Who is to do it. They hear that something is agreed, and of the alert nothing. */
  public record Party(Kind kind, String ref) {
    /** Whether {@code ref} is a person id, a role or the code of an agency. */
    public enum Kind {
      PERSON,
      ROLE,
      AGENCY
    }
  }

  /**
   * What came of it.
   *
   * @param done false where it was not done and will not be
   */
  public record Outcome(boolean done, String personId, Instant at, Sealed reason) {}

  public boolean open() {
    return outcome.isEmpty();
  }

  PlannedAction marked(Outcome how) {
    return new PlannedAction(id, task, personId, at, reason, Optional.of(how), told);
  }

  /** Told to somebody; to whom it was told before, where there is nobody now. */
  PlannedAction toldTo(Optional<String> person) {
    return new PlannedAction(
        id, task, personId, at, reason, outcome, person.isPresent() ? person : told);
  }

  /** The moment at which it is overdue, unless something came of it. */
  Deadline deadline(String alertId) {
    return new Deadline(Ids.planned(alertId, id), task.dueAt());
  }
}
