package org.safeguardinghub.connectors.intake.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.Fate;
import org.safeguardinghub.schemas.IntakeRefusedRecord;

/**
 * What one message puts on the topics.
 *
 * @param concerns one per subject of an accepted message
 * @param encoded the concerns as single objects of Avro: kept in the outbox and published alike
 * @param refused the refusal of a refused one
 * @param refusedEventId its event id, if it had one
 */
public record Publication(
    List<ConcernRecord> concerns,
    List<ByteBuffer> encoded,
    Optional<IntakeRefusedRecord> refused,
    Optional<String> refusedEventId) {
  private static final int SINGLE_OBJECT = 10;

  public Publication {
    concerns = List.copyOf(concerns);
    encoded = List.copyOf(encoded);
  }

  public static Publication accepted(List<ConcernRecord> concerns) {
    List<ByteBuffer> encoded = new ArrayList<>();
    try {
      for (ConcernRecord concern : concerns) {
        encoded.add(ConcernRecord.getEncoder().encode(concern));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Publication(concerns, encoded, Optional.empty(), Optional.empty());
  }

  public static Publication refused(IntakeRefusedRecord record, Optional<String> eventId) {
    return new Publication(List.of(), List.of(), Optional.of(record), eventId);
  }

  /** The value of a concern without what stands before it: a mark and the schema's fingerprint. */
  ByteBuffer body(int index) {
    ByteBuffer single = encoded.get(index);
    return single.slice(single.position() + SINGLE_OBJECT, single.remaining() - SINGLE_OBJECT);
  }

  /** The dispositions that say that it was received, or refused. */
  List<DispositionRecord> dispositions() {
    return refused
        .map(record -> List.of(ofRefused(record)))
        .orElseGet(() -> concerns.stream().map(Publication::ofReceived).toList());
  }

  private DispositionRecord ofRefused(IntakeRefusedRecord record) {
    return DispositionRecord.newBuilder()
        .setReceiptId(record.getReceiptId())
        .setSubjectIndex(0)
        .setSubjectCount(1)
        .setFeed(record.getFeed())
        .setEventId(refusedEventId.orElse(null))
        .setFate(Fate.REFUSED)
        .setStep(record.getStep())
        .setReasonCode(record.getReasonCode())
        .setLedToAlert(false)
        .setAt(record.getReceivedAt())
        .build();
  }

  private static DispositionRecord ofReceived(ConcernRecord concern) {
    return DispositionRecord.newBuilder()
        .setReceiptId(concern.getReceiptId())
        .setSubjectIndex(concern.getSubjectIndex())
        .setSubjectCount(concern.getSubjectCount())
        .setFeed(concern.getFeed())
        .setEventId(concern.getEventId())
        .setFate(Fate.RECEIVED)
        .setLedToAlert(false)
        .setAt(concern.getReceivedAt())
        .build();
  }
}
