package org.safeguardinghub.connectors.intake.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.intake.receipt.Outbox;
import org.safeguardinghub.connectors.intake.receipt.Parcel;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.IntakeRefusedRecord;
import org.safeguardinghub.schemas.TrustedSchemas;

/** Publications as the sealed bytes of one parcel. */
public final class OutboxCodec {
  private static final int CONCERN = 1;
  private static final int REFUSED = 2;

  private final HubKeys keys;

  public OutboxCodec(HubKeys keys) {
    this.keys = keys;
    TrustedSchemas.install();
  }

  /** A new parcel of these. */
  public Parcel seal(List<Publication> publications) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Publication publication : publications) {
        for (ByteBuffer concern : publication.encoded()) {
          frame(out, CONCERN, concern.duplicate());
        }
        if (publication.refused().isPresent()) {
          frame(out, REFUSED, IntakeRefusedRecord.getEncoder().encode(publication.refused().get()));
          out.writeUTF(publication.refusedEventId().orElse(""));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String id = id(publications);
    ByteBuffer sealed = keys.seal(HubKeys.INTAKE, id, bytes.toByteArray()).ciphertext().duplicate();
    byte[] ciphertext = new byte[sealed.remaining()];
    sealed.get(ciphertext);
    return new Parcel(id, Outbox.of(ciphertext));
  }

  /** Follows from its messages: a parcel is kept only with one that was never recorded before. */
  private String id(List<Publication> publications) {
    String receipts =
        publications.stream()
            .map(
                one ->
                    one.refused()
                        .map(IntakeRefusedRecord::getReceiptId)
                        .orElseGet(() -> one.concerns().getFirst().getReceiptId()))
            .collect(Collectors.joining(" "));
    return "p-" + keys.hash("parcel", receipts);
  }

  /** The publications of a parcel, by receipt, in their order. */
  Map<String, Publication> open(Parcel parcel) {
    Sealed sealed =
        new Sealed(HubKeys.INTAKE, parcel.id(), ByteBuffer.wrap(parcel.content().ciphertext()));
    Map<String, Publication> publications = new LinkedHashMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(keys.open(sealed)))) {
      while (in.available() > 0) {
        int kind = in.readUnsignedByte();
        byte[] record = in.readNBytes(in.readInt());
        if (kind == REFUSED) {
          IntakeRefusedRecord refused = IntakeRefusedRecord.getDecoder().decode(record);
          Optional<String> eventId = Optional.of(in.readUTF()).filter(id -> !id.isEmpty());
          publications.put(refused.getReceiptId(), Publication.refused(refused, eventId));
        } else {
          ConcernRecord concern = ConcernRecord.getDecoder().decode(record);
          publications.merge(
              concern.getReceiptId(),
              Publication.accepted(List.of(concern)),
              OutboxCodec::ofOneMessage);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return publications;
  }

  /** One for each subject. A message that stands twice in a parcel is published once. */
  private static Publication ofOneMessage(Publication sofar, Publication next) {
    boolean known =
        sofar.concerns().stream()
            .anyMatch(
                concern ->
                    concern.getSubjectIndex() == next.concerns().getFirst().getSubjectIndex());
    return known
        ? sofar
        : Publication.accepted(
            Stream.concat(sofar.concerns().stream(), next.concerns().stream()).toList());
  }

  private static void frame(DataOutputStream out, int kind, ByteBuffer record) throws IOException {
    byte[] bytes = new byte[record.remaining()];
    record.get(bytes);
    out.writeByte(kind);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
