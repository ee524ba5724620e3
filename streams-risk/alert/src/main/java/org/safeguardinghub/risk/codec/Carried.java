package org.safeguardinghub.risk.codec;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeguardinghub.risk.alert.Alert;
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.schemas.CarriedAlertRecord;
import org.safeguardinghub.schemas.CarriedEntryRecord;
import org.safeguardinghub.schemas.CarriedRecord;
import org.safeguardinghub.schemas.MoveReason;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectRefRecord;

/**
 * What goes on under another subject with moved events.
 *
 * @param records of the other subject's log from now on
 * @param published what had been published about them
 * @param alerts as they were
 * @param reason why, for the alerts' history
 */
public record Carried(
    List<SubjectEventRecord> records, Published published, List<Alert> alerts, String reason) {
  private static final Map<MoveReason, String> REASONS =
      Map.of(
          MoveReason.BIRTH, "The child has been born: the alert goes on under the child",
          MoveReason.SETTLED, "It is settled which child this is about: the alert goes on there",
          MoveReason.MERGE, "Two children turned out to be one: the alert goes on there");

  public Carried {
    records = List.copyOf(records);
    alerts = List.copyOf(alerts);
  }

  /** What arrives with a move; empty where nothing goes on. */
  public static Optional<Carried> of(SubjectEventRecord log, MovedRecord moved) {
    return moved
        .getCarried()
        .map(
            carried ->
                new Carried(
                    carried.getEntries().stream()
                        .map(entry -> record(log.getSubject(), log.getLoggedAt(), entry))
                        .toList(),
                    carried
                        .getPublished()
                        .map(bytes -> PublishedCodec.of(array(bytes)))
                        .orElse(Published.NOTHING),
                    carried.getAlerts().stream().map(Carried::alert).toList(),
                    REASONS.getOrDefault(moved.getReason(), "It goes on under another subject")));
  }

  /**
   * The stored form.
   *
   * @param records of whichever subject; only kind, id and content are kept
   */
  public static CarriedRecord toRecord(
      Collection<SubjectEventRecord> records, Published published, Collection<Alert> alerts) {
    return stored(records.stream().map(Carried::entry), published, alerts);
  }

  /**
   * What was to arrive with a move, and what else goes with it from the subject that is left.
   *
   * @param known records of that subject
   */
  public static CarriedRecord onward(
      CarriedRecord arriving,
      Collection<SubjectEventRecord> known,
      Published published,
      Collection<Alert> alerts) {
    Stream<CarriedEntryRecord> entries =
        Stream.concat(arriving.getEntries().stream(), known.stream().map(Carried::entry));
    return stored(entries, published, alerts);
  }

  private static CarriedRecord stored(
      Stream<CarriedEntryRecord> entries, Published published, Collection<Alert> alerts) {
    return CarriedRecord.newBuilder()
        .setEntries(entries.toList())
        .setPublished(ByteBuffer.wrap(PublishedCodec.toBytes(published)))
        .setAlerts(alerts.stream().map(Carried::toRecord).toList())
        .build();
  }

  private static SubjectEventRecord record(
      SubjectRefRecord subject, Instant at, CarriedEntryRecord entry) {
    return SubjectEventRecord.newBuilder()
        .setSubject(subject)
        .setKind(entry.getKind())
        .setRecordId(entry.getRecordId())
        .setLoggedAt(at)
        .setBody(entry.getBody())
        .build();
  }

  private static CarriedEntryRecord entry(SubjectEventRecord record) {
    return CarriedEntryRecord.newBuilder()
        .setKind(record.getKind())
        .setRecordId(record.getRecordId())
        .setBody(record.getBody())
        .build();
  }

  private static CarriedAlertRecord toRecord(Alert alert) {
    return CarriedAlertRecord.newBuilder()
        .setPicture(AlertCodec.toRecord(alert))
        .setMemory(ByteBuffer.wrap(AlertCodec.memory(alert).toBytes()))
        .build();
  }

  private static Alert alert(CarriedAlertRecord stored) {
    return AlertCodec.of(stored.getPicture(), AlertMemory.of(array(stored.getMemory())));
  }

  private static byte[] array(ByteBuffer bytes) {
    byte[] array = new byte[bytes.remaining()];
    bytes.duplicate().get(array);
    return array;
  }
}
