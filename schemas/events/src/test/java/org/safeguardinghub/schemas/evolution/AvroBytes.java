package org.safeguardinghub.schemas.evolution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions.DateConversion;
import org.apache.avro.data.TimeConversions.TimestampMillisConversion;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.safeguardinghub.schemas.TrustedSchemas;

/** Avro's binary form, written and read without a registry. */
final class AvroBytes {
  private AvroBytes() {}

  static byte[] write(IndexedRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<IndexedRecord>(record.getSchema(), generic()).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads as the writer meant it: under the writer's own schema. */
  static IndexedRecord readAsWritten(byte[] bytes, Schema writer) {
    return read(bytes, new GenericDatumReader<>(writer, writer, generic()));
  }

  /** Reads into the generated class of today. */
  static SpecificRecord readIntoCurrentClass(byte[] bytes, Schema writer) {
    Schema reader = TrustedSchemas.schemaOf(writer.getName());
    SpecificData data = SpecificData.getForSchema(reader);
    return read(bytes, new SpecificDatumReader<>(writer, reader, data));
  }

  private static <T> T read(byte[] bytes, GenericDatumReader<T> reader) {
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    try {
      T read = reader.read(null, decoder);
      if (!decoder.isEnd()) {
        throw new IllegalStateException("Bytes are left over after the record");
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GenericData generic() {
    GenericData data = new GenericData();
    data.addLogicalTypeConversion(new DateConversion());
    data.addLogicalTypeConversion(new TimestampMillisConversion());
    return data;
  }
}
