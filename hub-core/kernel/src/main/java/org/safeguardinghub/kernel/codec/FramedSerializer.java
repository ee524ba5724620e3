package org.safeguardinghub.kernel.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as another serializer does. The Confluent one looks the schema up anew for each
 * record, by a hash over all of it, and that costs more than writing the record. Here it is asked
 * once for each topic: what it puts before the value, a zero and the schema's number, stands before
 * the next ones too. If it writes anything else than that and the plain value, it is asked always.
 */
public final class FramedSerializer<T extends SpecificRecord> implements Serializer<T> {
  /** A zero, and four bytes that name the schema. */
  private static final int FRAME = 5;

  /** Of what most records take: the usual buffer is longer, and is made anew for each of them. */
  private static final int USUAL = 512;

  private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(USUAL);

  private final Serializer<Object> genuine;
  private final Map<String, Known> topics = new ConcurrentHashMap<>();

  /** How values of a topic are written. */
  private static final class Known {
    private final Class<?> type;

    /** Empty: in another way than this. */
    private final byte[] frame;

    private final SpecificDatumWriter<SpecificRecord> writer;

    private Known(SpecificRecord data, byte[] frame) {
      this.type = data.getClass();
      this.frame = frame;
      this.writer = new SpecificDatumWriter<>(data.getSchema());
    }

    /** Each class has one schema. */
    private boolean writes(SpecificRecord data) {
      return frame.length == FRAME && type.equals(data.getClass());
    }
  }

  FramedSerializer(Serializer<Object> genuine) {
    this.genuine = genuine;
  }

  /** The bytes; of no value, what the other gives: none. */
  @Override
  public byte[] serialize(String topic, @Nullable T data) {
    if (data == null) {
      return genuine.serialize(topic, null);
    }
    Known known = topics.get(topic);
    if (known != null && known.writes(data)) {
      return framed(known, data);
    }
    byte[] bytes = genuine.serialize(topic, data);
    if (known == null) {
      topics.put(topic, learnt(data, bytes));
    }
    return bytes;
  }

  /**
   * The same for a value that was written already.
   *
   * @param body the plain value in binary Avro
   */
  public byte[] serialize(String topic, T data, ByteBuffer body) {
    Known known = topics.get(topic);
    if (known == null || !known.writes(data)) {
      return serialize(topic, data);
    }
    byte[] framed = Arrays.copyOf(known.frame, FRAME + body.remaining());
    body.duplicate().get(framed, FRAME, body.remaining());
    return framed;
  }

  private static Known learnt(SpecificRecord data, byte[] bytes) {
    Known usual = new Known(data, Arrays.copyOf(bytes, FRAME));
    boolean plain =
        bytes.length >= FRAME && bytes[0] == 0 && Arrays.equals(bytes, framed(usual, data));
    return plain ? usual : new Known(data, new byte[0]);
  }

  private static byte[] framed(Known known, SpecificRecord data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL);
    out.writeBytes(known.frame);
    BinaryEncoder encoder = ENCODERS.binaryEncoder(out, null);
    try {
      known.writer.write(data, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    genuine.close();
  }
}
