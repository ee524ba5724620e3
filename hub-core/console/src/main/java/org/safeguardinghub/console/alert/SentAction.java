package org.safeguardinghub.console.alert;

import java.time.Instant;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * What somebody does to an alert, on its way to the hub.
 *
 * @param actionId from the form: the same form sent twice is one action
 * @param expectedVersion that of the picture that the person saw
 */
public record SentAction(
    String actionId,
    String alertId,
    SubjectRef subject,
    String personId,
    long expectedVersion,
    Instant at,
    What what) {

  /** An action on an alert as it is now. */
  public static SentAction on(
      Alert alert, String actionId, String personId, Instant at, What what) {
    return new SentAction(
        actionId, alert.id(), alert.subject(), personId, alert.version(), at, what);
  }

  /** What is done. */
  public sealed interface What {
    /** Opened it for the first time. */
    record Opened() implements What {}

    /** Answered it. */
    record Acknowledged(Decision decision, Sealed reason) implements What {}

    /** Gave it back: somebody else must lead. */
    record NotMine(Sealed reason) implements What {}

    /** Gave it to another role. */
    record Reassigned(String toRole, Sealed reason) implements What {}

    /** Put it aside, once answered, until a moment. */
    record PutAside(Instant until, Sealed reason) implements What {}

    /** Finished with it, once answered. */
    record Closed(Sealed reason) implements What {}

    /** Thinks that what is done is wrong, or takes that a stage further. */
    record Disagreed(int stage, Sealed reason) implements What {}

    /** Says how a disagreement was settled. */
    record Settled(Sealed reason) implements What {}

    /** Records what somebody is to do by when. */
    record Planned(Sealed what, Minutes.Party who, Instant dueAt, Sealed reason) implements What {}

    /** Says what came of it. */
    record Marked(String plannedId, boolean done, Sealed reason) implements What {}

    /** Decides to share information, or not to. */
    record SharingDecided(boolean shared, Sealed withWhom, Sealed what, String basis, Sealed reason)
        implements What {}

    /** Has read that it was corrected or withdrawn. */
    record Confirmed() implements What {}

    /** Read it without its being in their hands, saying why. */
    record BrokeGlass() implements What {}

    /** A word for it, as rows keep it. */
    default String word() {
      return switch (this) {
        case Opened _ -> "OPENED";
        case Acknowledged _ -> "ACKNOWLEDGED";
        case NotMine _ -> "NOT_MINE";
        case Reassigned _ -> "REASSIGNED";
        case PutAside _ -> "PUT_ASIDE";
        case Closed _ -> "CLOSED";
        case Disagreed _ -> "DISAGREED";
        case Settled _ -> "SETTLED";
        case Planned _ -> "PLANNED";
        case Marked _ -> "PLAN_MARKED";
        case SharingDecided _ -> "SHARING_DECIDED";
        case Confirmed _ -> "CONFIRMED";
        case BrokeGlass _ -> "GLASS_BROKEN";
      };
    }
  }
}
