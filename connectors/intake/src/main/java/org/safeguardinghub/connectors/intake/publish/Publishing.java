package org.safeguardinghub.connectors.intake.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** Parcels of one sweep; each holds a few hundred messages at most. */
  private static final int SWEEP = 10;

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

  /** Messages of one parcel that are to be published, by receipt. */
  public record Departure(String parcel, Map<String, Publication> messages) {}

  /**
   * Publishes messages that were recorded just now; gives the receipts of those that are on their
   * topics.
   */
  public Set<String> publish(List<Departure> recorded) {
    return publish(recorded, Set.of());
  }

  /**
   * Publishes what an earlier attempt left; gives how many parcels were taken up.
   *
   * @param underWay parcels that are about to be published by this process itself
   */
  public int sweep(Duration olderThan, Set<String> underWay) {
    List<Pending> pending = receipts.claim(connector, olderThan, SWEEP);
    List<Departure> left = new ArrayList<>();
    Set<String> announced = new HashSet<>();
    for (Pending one : pending) {
      String parcel = one.parcel().id();
      if (!underWay.contains(parcel)) {
        open(one).ifPresent(left::add);
        if (one.announced()) {
          announced.add(parcel);
        }
      }
    }
    if (!left.isEmpty()) {
      LOG.info(
          "{} messages in {} parcels of an earlier attempt published",
          publish(left, announced).size(),
          left.size());
    }
    return left.size();
  }

  private Optional<Departure> open(Pending pending) {
    try {
      Map<String, Publication> messages = outbox.open(pending.parcel());
      messages.keySet().retainAll(pending.receipts());
      return Optional.of(new Departure(pending.parcel().id(), messages));
    } catch (CannotOpenException e) {
      LOG.error(
          "the parcel of the receipts {} cannot be opened: were the keys replaced?",
          pending.receipts());
      return Optional.empty();
    }
  }

  /** Nothing of a parcel is published before all of it is announced. */
  private Set<String> publish(List<Departure> parcels, Set<String> announcedBefore) {
    List<Departure> unsaid =
        parcels.stream().filter(one -> !announcedBefore.contains(one.parcel())).toList();
    Set<String> failed =
        sender.send(
            unsaid.stream()
                .flatMap(one -> one.messages().values().stream())
                .flatMap(message -> message.dispositions().stream())
                .map(Publishing::disposition)
                .toList());
    List<Departure> leaving = parcels.stream().filter(one -> !touched(one, failed)).toList();
    receipts.announced(
        leaving.stream()
            .map(Departure::parcel)
            .filter(parcel -> !announcedBefore.contains(parcel))
            .toList());
    Set<String> alsoFailed =
        sender.send(
            leaving.stream()
                .flatMap(one -> one.messages().values().stream())
                .flatMap(Publishing::contents)
                .toList());
    receipts.published(
        leaving.stream().filter(one -> !touched(one, alsoFailed)).map(Departure::parcel).toList());
    return leaving.stream()
        .flatMap(one -> one.messages().keySet().stream())
        .filter(receipt -> !alsoFailed.contains(receipt))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean touched(Departure parcel, Set<String> failed) {
    return parcel.messages().keySet().stream().anyMatch(failed::contains);
  }

  private static Stream<Outgoing> contents(Publication message) {
    return Stream.concat(
        IntStream.range(0, message.concerns().size()).mapToObj(index -> concern(message, index)),
        message.refused().stream().map(Publishing::refused));
  }

  private static Outgoing disposition(DispositionRecord record) {
    return new Outgoing(
        Optional.empty(),
        record.getReceiptId(),
        Topics.DISPOSITIONS,
        record.getReceiptId() + '.' + record.getSubjectIndex(),
        record);
  }

  private static Outgoing concern(Publication message, int index) {
    ConcernRecord record = message.concerns().get(index);
    return new Outgoing(
        Optional.of(record.getFeed()),
        record.getReceiptId(),
        Topics.concerns(record.getFeed()),
        record.getPersonRef(),
        record,
        Optional.of(message.body(index)));
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
