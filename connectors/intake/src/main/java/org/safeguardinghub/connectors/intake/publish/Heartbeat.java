package org.safeguardinghub.connectors.intake.publish;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.feed.Feeds;
import org.safeguardinghub.connectors.intake.publish.RecordSender.Outgoing;
import org.safeguardinghub.connectors.intake.receipt.ReceiptStore;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.FeedHealthRecord;
import org.safeguardinghub.schemas.FeedTypeRecord;

/**
 * Says for each feed that its connector lives, and what has come in. The counts are those of all
 * connectors together, so that two that serve one feed say the same.
 */
public final class Heartbeat {
  private final String connector;
  private final Feeds feeds;
  private final ReceiptStore receipts;
  private final RecordSender sender;
  private final InstantSource clock;

  public Heartbeat(
      String connector,
      Feeds feeds,
      ReceiptStore receipts,
      RecordSender sender,
      InstantSource clock) {
    this.connector = connector;
    this.feeds = feeds;
    this.receipts = receipts;
    this.sender = sender;
    this.clock = clock;
  }

  public void beat() {
    Map<String, ReceiptStore.Count> counts = receipts.counts();
    List<Outgoing> beats = new ArrayList<>();
    for (Feed feed : feeds.all()) {
      Optional<ReceiptStore.Count> count = Optional.ofNullable(counts.get(feed.name()));
      FeedHealthRecord record =
          FeedHealthRecord.newBuilder()
              .setFeed(feed.name())
              .setConnector(connector)
              .setLastReceivedAt(count.map(ReceiptStore.Count::lastReceivedAt).orElse(null))
              .setAccepted(count.map(ReceiptStore.Count::accepted).orElse(0L))
              .setRefused(count.map(ReceiptStore.Count::refused).orElse(0L))
              .setSilentAfterHours(
                  feed.silentAfterHours().isPresent() ? feed.silentAfterHours().getAsInt() : null)
              .setTypes(count.map(Heartbeat::types).orElse(List.of()))
              .setAt(clock.instant())
              .build();
      beats.add(
          new Outgoing(Optional.empty(), feed.name(), Topics.FEED_HEALTH, feed.name(), record));
    }
    sender.send(beats);
  }

  private static List<FeedTypeRecord> types(ReceiptStore.Count count) {
    return count.lastOfType().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            type ->
                FeedTypeRecord.newBuilder()
                    .setEventType(type.getKey())
                    .setLastAcceptedAt(type.getValue())
                    .build())
        .toList();
  }
}
