package org.safeguardinghub.console.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.safeguardinghub.console.alert.FeedLine;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.quarantine.DayCount;

/** Feeds in words: rows of their page, and what an alert says of those that are silent. */
public final class FeedWords {
  private FeedWords() {}

  public static FeedRow row(FeedLine feed, LeadDirectory directory, Instant now) {
    return new FeedRow(
        directory.agencyName(feed.feed()),
        feed.lastReceivedAt().map(at -> LondonTime.when(at, now)).orElse("none yet"),
        feed.silentAfter().map(FeedWords::every).orElse("not said"),
        feed.silent(now),
        feed.accepted(),
        feed.refused());
  }

  /** What became of a day's messages of a feed. */
  public static DayRow day(DayCount count, LeadDirectory directory) {
    return new DayRow(
        directory.agencyName(count.feed()),
        List.of(
            count.received(),
            count.accepted(),
            count.repeated(),
            count.refused(),
            count.waiting(),
            count.resubmitted(),
            count.attributed(),
            count.pendingIdentity(),
            count.underWay()),
        String.join("; ", count.faults()));
  }

  /** One line for each silent feed, by the name of the agency. */
  static List<String> silent(List<FeedLine> feeds, LeadDirectory directory, Instant now) {
    return feeds.stream()
        .filter(feed -> feed.silent(now))
        .map(
            feed ->
                directory.agencyName(feed.feed())
                    + feed.lastReceivedAt()
                        .map(at -> ": silent since " + LondonTime.when(at, now))
                        .orElse(": nothing yet")
                    + feed.silentAfter()
                        .map(within -> " (expected " + every(within) + ")")
                        .orElse(""))
        .sorted()
        .toList();
  }

  private static String every(Duration within) {
    long hours = within.toHours();
    if (hours % 24 != 0) {
      return hours == 1 ? "every hour" : "every " + hours + " hours";
    }
    return hours == 24 ? "every day" : "every " + hours / 24 + " days";
  }
}
