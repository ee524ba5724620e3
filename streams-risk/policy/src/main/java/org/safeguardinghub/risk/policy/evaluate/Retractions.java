package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * The subject's own retractions, by what they retract, in order. Both sides count nowhere any more:
 * what is retracted may have been replaced by its retraction. Nothing else reads them.
 */
final class Retractions {
  private final Predicate<TimelineEvent> said;
  private final Predicate<TimelineEvent> retracting;
  private final List<TimelineEvent> own;
  private final List<TimelineEvent> standing;

  /** A retraction, and everything that it may retract. */
  record Retraction(TimelineEvent event, List<TimelineEvent> retracted) {
    Retraction {
      retracted = List.copyOf(retracted);
    }

    // What takes nothing back that was said before tells nothing.
    private boolean tells() {
      return retracted.stream().anyMatch(earlier -> !earlier.at().isAfter(event.at()));
    }
  }

  /**
   * @param said what may have been retracted
   * @param retracting types by which it may be retracted without saying which event it was
   */
  Retractions(Scan scan, Predicate<TimelineEvent> said, Predicate<TimelineEvent> retracting) {
    this.said = said;
    this.retracting = retracting;
    this.own =
        scan.all(
            event ->
                !event.context()
                    && scan.harmed(event)
                    && (event.retraction() || (event.readableAsSent() && said.test(event))));
    this.standing = scan.counting(said.and(scan::harmed));
  }

  /** Whether anything was taken back at all. */
  boolean any() {
    for (TimelineEvent event : own) {
      if (event.retraction()) {
        return true;
      }
    }
    return false;
  }

  /** Those that take back what was said before them. */
  List<Retraction> read() {
    List<Retraction> retractions = new ArrayList<>();
    for (TimelineEvent event : own) {
      if (event.retraction()) {
        Retraction retraction = new Retraction(event, retracted(event));
        if (retraction.tells()) {
          retractions.add(retraction);
        }
      }
    }
    return retractions;
  }

  private List<TimelineEvent> retracted(TimelineEvent event) {
    List<TimelineEvent> retracted =
        own.stream()
            .filter(earlier -> earlier.id().equals(event.sent().links().supersedes()))
            .filter(earlier -> earlier.readableAsSent() && said.test(earlier))
            .toList();
    return retracted.isEmpty() && retracting.test(event) ? standing : retracted;
  }
}
