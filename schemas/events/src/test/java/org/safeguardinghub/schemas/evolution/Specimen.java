package org.safeguardinghub.schemas.evolution;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;

/**
 * Invented records of a schema, always the same ones: every value differs from every other, so that
 * a swapped field shows, and over all of them every branch of every union is taken.
 */
final class Specimen {
  private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-02");

  /** Which branch of a union to take; negative: nothing that may be left out. */
  private final int variant;

  private int last;

  private Specimen(int variant) {
    this.variant = variant;
  }

  static List<IndexedRecord> allOf(Schema schema) {
    return IntStream.range(-1, widestUnion(schema))
        .mapToObj(variant -> (IndexedRecord) new Specimen(variant).value("record", schema))
        .toList();
  }

  private Object value(String name, Schema schema) {
    last++;
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM -> symbol(schema);
      case ARRAY -> elements(name, schema);
      case MAP -> Map.of(name + "-" + last, value(name, schema.getValueType()));
      case UNION ->
          value(name, branches(schema).get(Math.max(variant, 0) % branches(schema).size()));
      case STRING -> name + "-" + last;
      case BYTES -> ByteBuffer.wrap((name + "-" + last).getBytes(StandardCharsets.UTF_8));
      case INT -> schema.getLogicalType() == null ? (Object) last : FIRST_DAY.plusDays(last);
      case LONG ->
          schema.getLogicalType() == null
              ? (Object) (1_000L + last)
              : START.plus(Duration.ofMinutes(last));
      case FLOAT -> last + 0.5f;
      case DOUBLE -> last + 0.25;
      case BOOLEAN -> (last + variant) % 2 == 0;
      case FIXED, NULL -> throw new IllegalArgumentException("No specimen of " + schema.getType());
    };
  }

  private IndexedRecord record(Schema schema) {
    GenericData.Record record = new GenericData.Record(schema);
    for (Field field : schema.getFields()) {
      boolean leftOut = variant < 0 && isNullable(field.schema());
      record.put(field.pos(), leftOut ? null : value(field.name(), field.schema()));
    }
    return record;
  }

  private GenericData.EnumSymbol symbol(Schema schema) {
    List<String> symbols = schema.getEnumSymbols();
    return new GenericData.EnumSymbol(schema, symbols.get((last + variant + 1) % symbols.size()));
  }

  private List<Object> elements(String name, Schema schema) {
    int count = variant < 0 ? 0 : 2;
    return Stream.generate(() -> value(name, schema.getElementType())).limit(count).toList();
  }

  private static List<Schema> branches(Schema union) {
    return union.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
  }

  private static boolean isNullable(Schema schema) {
    return schema.getType() == Schema.Type.UNION && schema.isNullable();
  }

  private static int widestUnion(Schema schema) {
    return switch (schema.getType()) {
      case RECORD ->
          schema.getFields().stream()
              .mapToInt(field -> widestUnion(field.schema()))
              .max()
              .orElse(1);
      case UNION ->
          Math.max(
              branches(schema).size(),
              schema.getTypes().stream().mapToInt(Specimen::widestUnion).max().orElse(1));
      case ARRAY -> widestUnion(schema.getElementType());
      case MAP -> widestUnion(schema.getValueType());
      case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> 1;
    };
  }
}
