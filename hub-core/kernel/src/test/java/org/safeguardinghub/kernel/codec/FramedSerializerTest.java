package org.safeguardinghub.kernel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.schemas.ClockRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.Fate;
import org.safeguardinghub.schemas.TrustedSchemas;

final class FramedSerializerTest {
  static {
    TrustedSchemas.install();
  }

  private static final byte[] NUMBER = {0, 0, 0, 1, 7};

  /** A registry's serializer as far as this one sees it; counts what it is asked. */
  private static final class Genuine implements Serializer<Object> {
    private final List<Object> asked = new ArrayList<>();
    private final byte[] frame;

    private Genuine(byte... frame) {
      this.frame = frame;
    }

    @Override
    public byte[] serialize(String topic, Object data) {
      asked.add(data);
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
      out.writeBytes(frame);
      var encoder = org.apache.avro.io.EncoderFactory.get().directBinaryEncoder(out, null);
      try {
        SpecificRecord record = (SpecificRecord) data;
        new org.apache.avro.specific.SpecificDatumWriter<>(record.getSchema())
            .write(record, encoder);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return out.toByteArray();
    }
  }

  @Test
  void theBytesAreTheOthersAndItIsAskedOnce() {
    Genuine genuine = new Genuine(NUMBER);
    FramedSerializer<SpecificRecord> framed = new FramedSerializer<>(genuine);
    List<DispositionRecord> records = List.of(record("r-1"), record("r-22"), record("r-333"));
    for (DispositionRecord record : records) {
      assertThat(framed.serialize("dispositions.v1", record))
          .isEqualTo(new Genuine(NUMBER).serialize("dispositions.v1", record));
    }
    assertThat(genuine.asked).containsExactly(records.getFirst());
  }

  @Test
  void anotherTopicOrAnotherSchemaIsAskedAnew() {
    Genuine genuine = new Genuine(NUMBER);
    FramedSerializer<SpecificRecord> framed = new FramedSerializer<>(genuine);
    SpecificRecord clock =
        ClockRecord.newBuilder().setInstant(Instant.EPOCH).setSetAt(Instant.EPOCH).build();
    framed.serialize("one.v1", record("r-1"));
    framed.serialize("two.v1", record("r-1"));
    framed.serialize("one.v1", clock);
    assertThat(framed.serialize("one.v1", clock))
        .isEqualTo(new Genuine(NUMBER).serialize("", clock));
    assertThat(genuine.asked).hasSize(4);
  }

  @Test
  void aFrameOfAnotherKindIsNeverMadeUp() {
    for (Genuine other : List.of(new Genuine(), new Genuine(new byte[] {1, 2, 3, 4, 5, 6}))) {
      FramedSerializer<SpecificRecord> framed = new FramedSerializer<>(other);
      for (String id : List.of("r-1", "r-2")) {
        assertThat(framed.serialize("one.v1", record(id)))
            .isEqualTo(new Genuine(other.frame).serialize("one.v1", record(id)));
      }
      assertThat(other.asked).hasSize(2);
    }
  }

  @Test
  void whatWasWrittenAlreadyIsNotWrittenAgain() {
    Genuine genuine = new Genuine(NUMBER);
    FramedSerializer<SpecificRecord> framed = new FramedSerializer<>(genuine);
    ByteBuffer body = ByteBuffer.wrap(new Genuine().serialize("", record("r-22")));
    for (int i = 0; i < 3; i++) {
      assertThat(framed.serialize("one.v1", record("r-22"), body))
          .isEqualTo(new Genuine(NUMBER).serialize("one.v1", record("r-22")));
    }
    assertThat(genuine.asked).hasSize(1);
  }

  private static DispositionRecord record(String receipt) {
    return DispositionRecord.newBuilder()
        .setReceiptId(Objects.requireNonNull(receipt))
        .setSubjectIndex(3)
        .setSubjectCount(4)
        .setFeed("larkwater-primary")
        .setFate(Fate.RECEIVED)
        .setLedToAlert(false)
        .setAt(Instant.parse("2026-03-02T09:15:00Z"))
        .build();
  }
}
