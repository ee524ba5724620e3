package org.safeguardinghub.connectors.intake.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.connectors.intake.publish.RecordSender.Outgoing;
import org.safeguardinghub.connectors.intake.receipt.Pending;
import org.safeguardinghub.connectors.intake.receipt.ReceiptStore;
import org.safeguardinghub.kernel.sealing.CannotOpenException;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.IntakeRefusedRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts recorded messages on their topics. Two steps, each remembered: first "received" on the
 * dispositions topic, then the concern itself. So a later fate always stands after "received", also
 * when a crash makes a step happen twice.
 */
public final class Publishing {
  private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
  private static final int SWEEP = 200;

  private final String connector;
  private final ReceiptStore receipts;
  private final RecordSender sender;
  private final OutboxCodec outbox;

  public Publishing(
      String connector, ReceiptStore receipts, RecordSender sender, OutboxCodec outbox) {
    this.connector = connector;
    this.receipts = receipts;
    this.sender = sender;
    this.outbox = outbox;
  }

  /**
   * Publishes messages that were recorded just now; gives the receipts of those that are on their
   * topics.
   */
  public Set<String> publish(Map<String, Publication> recorded) {
    return publish(recorded, Set.of());
  }

  /** Publishes what an earlier attempt left; gives how many messages were taken up. */
  public int sweep(Duration olderThan) {
    List<Pending> pending = receipts.claim(connector, olderThan, SWEEP);
    Map<String, Publication> left = new LinkedHashMap<>();
    Set<String> announced = new HashSet<>();
    for (Pending message : pending) {
      try {
        left.put(message.receiptId(), outbox.open(message.receiptId(), message.outbox()));
        if (message.announced()) {
          announced.add(message.receiptId());
        }
      } catch (CannotOpenException e) {
        LOG.error(
            "the outbox of receipt {} cannot be opened: were the keys replaced?",
            message.receiptId());
      }
    }
    if (!left.isEmpty()) {
      LOG.info(
          "{} of {} messages of an earlier attempt published",
          publish(left, announced).size(),
          left.size());
    }
    return pending.size();
  }

  private Set<String> publish(Map<String, Publication> messages, Set<String> announcedBefore) {
    List<Outgoing> dispositions = new ArrayList<>();
    messages.forEach(
        (receiptId, publication) -> {
          if (!announcedBefore.contains(receiptId)) {
            publication.dispositions().forEach(record -> dispositions.add(disposition(record)));
          }
        });
    Set<String> failed = sender.send(dispositions);
    receipts.announced(
        messages.keySet().stream()
            .filter(id -> !announcedBefore.contains(id) && !failed.contains(id))
            .toList());
    List<Outgoing> contents = new ArrayList<>();
    messages.forEach(
        (receiptId, publication) -> {
          if (!failed.contains(receiptId)) {
            publication.concerns().forEach(record -> contents.add(concern(record)));
            publication.refused().ifPresent(record -> contents.add(refused(record)));
          }
        });
    Set<String> alsoFailed = sender.send(contents);
    List<String> published =
        messages.keySet().stream()
            .filter(id -> !failed.contains(id) && !alsoFailed.contains(id))
            .toList();
    receipts.published(published);
    return Set.copyOf(published);
  }

  private static Outgoing disposition(DispositionRecord record) {
    return new Outgoing(
        Optional.empty(),
        record.getReceiptId(),
        Topics.DISPOSITIONS,
        record.getReceiptId() + '.' + record.getSubjectIndex(),
        record);
  }

  private static Outgoing concern(ConcernRecord record) {
    return new Outgoing(
        Optional.of(record.getFeed()),
        record.getReceiptId(),
        Topics.concerns(record.getFeed()),
        record.getPersonRef(),
        record);
  }

  private static Outgoing refused(IntakeRefusedRecord record) {
    return new Outgoing(
        Optional.empty(),
        record.getReceiptId(),
        Topics.INTAKE_REFUSED,
        record.getReceiptId(),
        record);
  }
}
