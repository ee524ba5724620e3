package org.safeguardinghub.risk.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * A feed from which something is expected and nothing was heard: what its agency knows may be
 * missing from all that the hub says. It is an alert of its own, about the feed and about no child,
 * with a ladder as every other.
 */
public final class FeedSilence {
  /** Stands where other alerts have the pattern that found them. */
  public static final String PATTERN = "D02";

  /** No policy found it. */
  private static final int NO_POLICY = 0;

  private FeedSilence() {}

  /**
   * What is not heard.
   *
   * @param eventType the type that is expected; absent: any message
   * @param since when it was heard last, or since when it is expected and was never heard
   * @param within in that time at least one is expected
   */
  public record Silence(Optional<String> eventType, Instant since, Duration within) {}

  /**
   * Nothing was heard for longer than it ever should be.
   *
   * @param id of this silence: the same for as long as it lasts
   * @param feed a subject of the scope FEED
   */
  public static AlertInput silent(String id, SubjectRef feed, Silence silence, Moment moment) {
    return new AlertInput.Raised(
        finding(id, feed, silence, moment), Optional.empty(), NO_POLICY, moment);
  }

  /** The feed speaks again, or is no longer expected to. */
  public static AlertInput heard(String id, Moment moment) {
    return new AlertInput.Withdrawn(
        id, "the feed is heard again, or nothing is expected of it any more", NO_POLICY, moment);
  }

  private static Finding finding(String id, SubjectRef feed, Silence silence, Moment moment) {
    LocalDate last = WorkingCalendar.localDay(silence.since());
    return new Finding(
        id,
        PATTERN,
        "A feed is silent",
        "",
        WorkingCalendar.localDay(moment.at()),
        Severity.S3,
        ("No %s has come from %s since %s; one is expected every %d hours or sooner. What this agency has to tell"
                + " may be missing from alerts, stories and packs, which say so.")
            .formatted(
                silence.eventType().orElse("message"),
                feed.ref(),
                last,
                silence.within().toHours()),
        "Does the agency send, and does it arrive?",
        List.of(
            "The agency has had nothing to tell",
            "More is expected of the feed than it ever sends"),
        List.of(),
        "What is expected of this hub's feeds",
        List.of(),
        true,
        Optional.empty(),
        false,
        false,
        List.of(),
        Set.of());
  }
}
