package org.safeguardinghub.console.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.safeguardinghub.console.alert.FeedLine;
import org.safeguardinghub.console.codec.SentCodec;
import org.safeguardinghub.console.store.Statements;
import org.safeguardinghub.console.store.Transactions;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AlertActionRecord;

/**
 * The watch over feeds: what is expected and not heard is told to the alerts, once for each
 * silence, and that it is heard again. What is watched, since when, and which silences were told
 * stands in the database; saying it and noting it is one transaction, so that a restart says
 * nothing twice.
 */
public final class SilenceCheck {
  /** A connector says that it lives far more often. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private static final String ANY = "";

  private final Transactions transactions;
  private final Outbox outbox;
  private final Serializer<AlertActionRecord> serializer;
  private final Instant upSince;

  /**
   * The watch of one run of the hub.
   *
   * @param upSince when this hub was started: what a feed said meanwhile may still be on its way
   */
  public SilenceCheck(
      Transactions transactions,
      Outbox outbox,
      Serializer<AlertActionRecord> serializer,
      Instant upSince) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.serializer = serializer;
    this.upSince = upSince;
  }

  /** One thing that is watched. */
  private record Watched(String feed, String type) {}

  /**
   * @param since from when on it is expected
   * @param told the last time of hearing from which the silence that was told is counted
   */
  private record Watch(Instant since, Optional<Instant> told) {}

  /** Looks through all feeds as they are now. */
  public void look(List<FeedLine> feeds, Instant now) {
    transactions.call(
        sql -> {
          look(sql, feeds, now);
          return feeds.size();
        });
    outbox.wake();
  }

  private void look(Statements sql, List<FeedLine> feeds, Instant now) throws SQLException {
    Map<Watched, Watch> before = new LinkedHashMap<>();
    sql.query(
        "select feed, type, since, told from console.feed_watch order by feed, type for update",
        row ->
            before.put(
                new Watched(row.getString(1), row.getString(2)),
                new Watch(
                    Statements.instant(row, "since"),
                    Optional.ofNullable(row.getTimestamp("told"))
                        .map(java.sql.Timestamp::toInstant))));
    for (FeedLine feed : feeds) {
      for (FeedLine.Awaited awaited : feed.awaited()) {
        Watched watched = new Watched(feed.feed(), awaited.eventType().orElse(ANY));
        judge(sql, feed, awaited, watched, Optional.ofNullable(before.remove(watched)), now);
      }
    }
    for (Map.Entry<Watched, Watch> gone : before.entrySet()) {
      forget(sql, gone.getKey(), gone.getValue(), now);
    }
  }

  private void judge(
      Statements sql,
      FeedLine feed,
      FeedLine.Awaited awaited,
      Watched watched,
      Optional<Watch> known,
      Instant now)
      throws SQLException {
    if (known.isEmpty()) {
      sql.update(
          "insert into console.feed_watch (feed, type, since) values (?, ?, ?)",
          watched.feed(),
          watched.type(),
          now);
    }
    Instant since = known.map(Watch::since).orElse(now);
    Instant last = awaited.last().filter(heard -> heard.isAfter(since)).orElse(since);
    Optional<Instant> told = known.flatMap(Watch::told);
    boolean silent = last.plus(awaited.within()).isBefore(now);
    if (told.isPresent() && !silent) {
      over(sql, watched, told.get(), now);
      sql.update(
          "update console.feed_watch set told = null where feed = ? and type = ?",
          watched.feed(),
          watched.type());
    } else if (told.isEmpty() && silent && settled(feed, now)) {
      sql.update(
          "update console.feed_watch set told = ? where feed = ? and type = ?",
          last,
          watched.feed(),
          watched.type());
      add(sql, SentCodec.silence(subject(watched), id(watched, last), awaited, last, now));
    }
  }

  /** After a start of the whole hub its connectors have a moment to take what waits for them. */
  private boolean settled(FeedLine feed, Instant now) {
    boolean lives = !feed.at().plus(FRESH).isBefore(now);
    return lives || upSince.plus(FRESH).isBefore(now);
  }

  private void forget(Statements sql, Watched watched, Watch watch, Instant now)
      throws SQLException {
    if (watch.told().isPresent()) {
      over(sql, watched, watch.told().get(), now);
    }
    sql.update(
        "delete from console.feed_watch where feed = ? and type = ?",
        watched.feed(),
        watched.type());
  }

  private void over(Statements sql, Watched watched, Instant told, Instant now)
      throws SQLException {
    add(sql, SentCodec.heard(subject(watched), id(watched, told), now));
  }

  private void add(Statements sql, AlertActionRecord action) throws SQLException {
    outbox.add(
        sql,
        Topics.ALERT_ACTIONS,
        new SubjectRef(Scope.FEED, action.getSubject().getRef()).typed(),
        serializer.serialize(Topics.ALERT_ACTIONS.name(), action));
  }

  private static SubjectRef subject(Watched watched) {
    return new SubjectRef(Scope.FEED, watched.feed());
  }

  private static String id(Watched watched, Instant last) {
    return "silent/%s/%s/%s"
        .formatted(
            watched.feed(),
            watched.type().equals(ANY) ? "any" : watched.type(),
            last.toEpochMilli());
  }
}
