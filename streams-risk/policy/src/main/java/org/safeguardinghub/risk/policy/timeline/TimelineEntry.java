package org.safeguardinghub.risk.policy.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.subject.SubjectRef;

/** One record of a subject's log. Whatever an evaluation may depend on is one of these. */
public sealed interface TimelineEntry {
  /**
   * Identity within the subject: a record with the same key says the same thing again, or says it
   * anew.
   */
  String key();

  /** An event of this subject, or as household context. */
  record Event(AttributedEvent event) implements TimelineEntry {
    @Override
    public String key() {
      return (event.whose().context() ? "context|" : "event|") + event.key();
    }
  }

  /** A person's ruling on whether an event only repeats another. */
  record EchoRuling(String eventId, String echoOf, boolean echo, Instant at)
      implements TimelineEntry {
    @Override
    public String key() {
      return "echo|" + eventId + '|' + echoOf;
    }
  }

  /**
   * A disagreement between professionals about an alert of this subject: that it was opened at a
   * stage, or settled.
   */
  record Dispute(String alertId, int stage, boolean open, Instant at) implements TimelineEntry {
    @Override
    public String key() {
      return "dispute|"
          + alertId
          + '|'
          + stage
          + (open ? "|opened|" : "|settled|")
          + at.toEpochMilli();
    }
  }

  /** A recorded decision that a deadline need not be met. */
  record NotRequired(String deadlineId, String reason, Instant at) implements TimelineEntry {
    @Override
    public String key() {
      return "not-required|" + deadlineId;
    }
  }

  /**
   * Events that were moved between this subject and another (birth, merge, split, settled
   * identity).
   */
  record Moved(
      Direction direction, SubjectRef from, SubjectRef to, Set<String> eventIds, Instant at)
      implements TimelineEntry {
    /** Which way, seen from this timeline's subject. */
    public enum Direction {
      OUT,
      IN
    }

    public Moved {
      eventIds = Set.copyOf(eventIds);
    }

    @Override
    public String key() {
      return "moved|" + direction + '|' + from.typed() + '|' + to.typed() + '|' + at.toEpochMilli();
    }
  }

  /** A date of birth that identity settled: of the subject, or of a member of a household. */
  record DateOfBirth(String child, Sensitive<LocalDate> date, Instant at) implements TimelineEntry {
    @Override
    public String key() {
      return "birth|" + child;
    }
  }

  /** The date on which an unborn child is expected. */
  record ExpectedDate(String child, LocalDate date, Instant at) implements TimelineEntry {
    @Override
    public String key() {
      return "expected|" + child;
    }
  }

  /** That a child lives or lived in a household: on the child's timeline and on the household's. */
  record HouseholdMember(
      String household, String child, @Nullable Instant from, @Nullable Instant until, Instant at)
      implements TimelineEntry {
    @Override
    public String key() {
      return "member|" + household + '|' + child;
    }
  }

  /** That a persisted deadline ran out. */
  record DeadlineReached(String deadlineId, String pattern, Instant dueAt)
      implements TimelineEntry {
    @Override
    public String key() {
      return "deadline|" + deadlineId;
    }
  }

  /** That a policy version holds from here on; the host evaluates with it. */
  record PolicyActivated(String policyId, int version, long activation) implements TimelineEntry {
    @Override
    public String key() {
      return "policy|" + policyId + '|' + version + '|' + activation;
    }
  }

  /** That the publisher of a held-back event lets it count. */
  record Released(String eventId, Instant at) implements TimelineEntry {
    @Override
    public String key() {
      return "released|" + eventId;
    }
  }
}
