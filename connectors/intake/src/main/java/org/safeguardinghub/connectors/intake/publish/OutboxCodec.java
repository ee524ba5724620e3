package org.safeguardinghub.connectors.intake.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.connectors.intake.receipt.Outbox;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.IntakeRefusedRecord;
import org.safeguardinghub.schemas.TrustedSchemas;

/** A publication as the sealed bytes that wait in the outbox, bound to its receipt. */
public final class OutboxCodec {
  private static final int CONCERN = 1;
  private static final int REFUSED = 2;

  private final HubKeys keys;

  public OutboxCodec(HubKeys keys) {
    this.keys = keys;
    TrustedSchemas.install();
  }

  public Outbox seal(String receiptId, Publication publication) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (ConcernRecord concern : publication.concerns()) {
        frame(out, CONCERN, ConcernRecord.getEncoder().encode(concern));
      }
      if (publication.refused().isPresent()) {
        frame(out, REFUSED, IntakeRefusedRecord.getEncoder().encode(publication.refused().get()));
        out.writeUTF(publication.refusedEventId().orElse(""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteBuffer sealed =
        keys.seal(HubKeys.INTAKE, receiptId, bytes.toByteArray()).ciphertext().duplicate();
    byte[] ciphertext = new byte[sealed.remaining()];
    sealed.get(ciphertext);
    return Outbox.of(ciphertext);
  }

  Publication open(String receiptId, Outbox outbox) {
    Sealed sealed = new Sealed(HubKeys.INTAKE, receiptId, ByteBuffer.wrap(outbox.ciphertext()));
    List<ConcernRecord> concerns = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(keys.open(sealed)))) {
      while (in.available() > 0) {
        int kind = in.readUnsignedByte();
        byte[] record = in.readNBytes(in.readInt());
        if (kind == REFUSED) {
          return Publication.refused(
              IntakeRefusedRecord.getDecoder().decode(record),
              Optional.of(in.readUTF()).filter(id -> !id.isEmpty()));
        }
        concerns.add(ConcernRecord.getDecoder().decode(record));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Publication.accepted(concerns);
  }

  private static void frame(DataOutputStream out, int kind, ByteBuffer record) throws IOException {
    byte[] bytes = new byte[record.remaining()];
    record.get(bytes);
    out.writeByte(kind);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
