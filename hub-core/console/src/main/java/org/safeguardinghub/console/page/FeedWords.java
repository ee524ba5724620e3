package org.safeguardinghub.console.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
        feed.types().stream()
            .filter(type -> type.within().isPresent())
            .map(type -> new FeedRow.TypeRow(type(type, now), type.silent(now)))
            .toList(),
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

  /**
   * A line for each silence, by the name of the agency.
   *
   * @param told agencies that have told something, as far as the reader may see it
   */
  static SilentFeeds silent(
      List<FeedLine> feeds, Set<String> told, LeadDirectory directory, Instant now) {
    return new SilentFeeds(
        silent(feeds.stream().filter(feed -> told.contains(feed.feed())), directory, now),
        silent(feeds.stream().filter(feed -> !told.contains(feed.feed())), directory, now));
  }

  private static List<String> silent(Stream<FeedLine> feeds, LeadDirectory directory, Instant now) {
    return feeds
        .flatMap(
            feed ->
                feed.silences(now).stream()
                    .map(awaited -> silent(directory.agencyName(feed.feed()), awaited, now)))
        .sorted()
        .toList();
  }

  private static String silent(String agency, FeedLine.Awaited awaited, Instant now) {
    return agency
        + awaited.eventType().map(type -> ", " + type).orElse("")
        + awaited
            .last()
            .map(at -> ": silent since " + LondonTime.when(at, now))
            .orElse(": nothing yet")
        + " (expected "
        + every(awaited.within())
        + ")";
  }

  private static String type(FeedLine.TypeLine type, Instant now) {
    return type.eventType()
        + " "
        + type.within().map(FeedWords::every).orElse("")
        + type.lastAcceptedAt()
            .map(at -> ", last " + LondonTime.when(at, now))
            .orElse(", none yet");
  }

  private static String every(Duration within) {
    long hours = within.toHours();
    if (hours % 24 != 0) {
      return hours == 1 ? "every hour" : "every " + hours + " hours";
    }
    return hours == 24 ? "every day" : "every " + hours / 24 + " days";
  }
}
