package org.safeguardinghub.connectors.intake.receipt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.message.Refusal;

/**
 * The intake's memory. Each method is one transaction, or throws {@link StoreUnavailable} and did
 * nothing.
 */
public interface ReceiptStore {
  /**
   * Records messages of one feed; the findings are in the order of the messages. The parcel waits
   * with those that are new, until it is published.
   */
  List<Recorded> record(List<NewReceipt> receipts, Parcel parcel);

  /** The newest content of each of a feed's records that is known, by record id. */
  Map<String, Latest> latest(String feed, List<String> recordIds);

  /** The reception of all messages of these parcels stands on the dispositions topic. */
  void announced(List<String> parcels);

  /** All messages of these parcels are on their topics. */
  void published(List<String> parcels);

  /**
   * Takes parcels of a connector whose last attempt is older, in the order of recording; they count
   * as attempted now.
   */
  List<Pending> claim(String connector, Duration olderThan, int limit);

  /** A feed's own receipt. */
  Optional<Stored> find(String feed, String receiptId);

  /** Does nothing, if the store answers. */
  void probe();

  /** Counts of each feed that has sent something. */
  Map<String, Count> counts();

  /**
   * A receipt as kept.
   *
   * @param fates newest fate of each subject that has one
   * @param origin receipt of the refused message that this one puts right
   * @param became of a refused one: the receipt under which it was sent in again
   */
  record Stored(
      String receiptId,
      Optional<String> eventId,
      Instant receivedAt,
      Optional<Refusal> refusal,
      int subjectCount,
      Optional<HandlingClass> handling,
      List<SubjectFate> fates,
      Optional<String> origin,
      Optional<String> became) {
    public Stored {
      fates = List.copyOf(fates);
    }
  }

  /**
   * The newest content of a record.
   *
   * @param contentHash its keyed hash
   */
  record Latest(int number, String contentHash) {}

  /**
   * Counts of one feed, over all connectors.
   *
   * @param lastOfType of each event type that was accepted: when the last one was
   */
  record Count(
      long accepted, long refused, Instant lastReceivedAt, Map<String, Instant> lastOfType) {
    public Count {
      lastOfType = Map.copyOf(lastOfType);
    }
  }
}
