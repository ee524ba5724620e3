package org.safeguardinghub.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.schemas.TrustedSchemas;

/** The gate over the files that are in the repository. */
final class PublishedSchemasTest {
  /**
   * Set by {@code -Dgolden.update}: records a version instead of complaining that it is missing.
   */
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @BeforeAll
  static void trustRecords() {
    TrustedSchemas.install();
  }

  static Stream<String> topicValues() {
    return TrustedSchemas.topicValues().stream().map(Schema::getName);
  }

  @ParameterizedTest
  @MethodSource("topicValues")
  void schemaMayFollowItsHistory(String recordName) throws IOException {
    Schema current = current(recordName);
    List<Schema> versions = SchemaHistory.versions(recordName);
    boolean recorded = !versions.isEmpty() && EvolutionGate.same(versions.getLast(), current);
    if (UPDATE && !recorded && EvolutionGate.checkChange(versions, current).isEmpty()) {
      SchemaHistory.record(current, versions.size() + 1);
      versions = SchemaHistory.versions(recordName);
    }

    assertThat(EvolutionGate.check(versions, current)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("topicValues")
  void bytesOfEveryVersionAreReadByTheCurrentClass(String recordName) throws IOException {
    List<Schema> versions = SchemaHistory.versions(recordName);
    assertThat(versions).isNotEmpty();
    for (int version = 1; version <= versions.size(); version++) {
      Schema writer = versions.get(version - 1);
      List<byte[]> golden = SchemaHistory.golden(recordName, version);
      assertThat(golden).as("golden records of v%d", version).isNotEmpty();
      for (byte[] bytes : golden) {
        IndexedRecord written = AvroBytes.readAsWritten(bytes, writer);
        assertThat(AvroBytes.write(written)).as("v%d as written", version).isEqualTo(bytes);
        assertSame(recordName, written, AvroBytes.readIntoCurrentClass(bytes, writer));
      }
    }
  }

  @Test
  void everySchemaBelongsToATopicAndEveryHistoryToASchema() throws IOException {
    Map<String, Schema> current = SchemaHistory.current();
    assertThat(
            current.values().stream()
                .filter(schema -> schema.getType() == Schema.Type.RECORD)
                .map(Schema::getName)
                .collect(Collectors.toSet()))
        .isEqualTo(TrustedSchemas.byRecordName().keySet());
    assertThat(SchemaHistory.recordNames())
        .as("a history is never removed: old records outlive their schema")
        .containsExactlyElementsOf(topicValues().sorted().toList());
    for (String recordName : SchemaHistory.recordNames()) {
      assertThat(SchemaHistory.strays(recordName)).as(recordName).isEmpty();
    }
  }

  @Test
  void everyEnumIsUsed() throws IOException {
    String allRecords = TrustedSchemas.topicValues().toString();
    assertThat(SchemaHistory.current().values())
        .filteredOn(schema -> schema.getType() == Schema.Type.ENUM)
        .isNotEmpty()
        .allSatisfy(schema -> assertThat(allRecords).contains("\"" + schema.getName() + "\""));
  }

  private static Schema current(String recordName) throws IOException {
    Schema schema = SchemaHistory.current().get(recordName);
    if (schema == null) {
      throw new AssertionError("No file in src/main/avro defines " + recordName);
    }
    return schema;
  }

  /** Asserts that every field that both sides know has kept its value. */
  private static void assertSame(String where, Object before, Object now) {
    switch (before) {
      case IndexedRecord record -> {
        IndexedRecord other = (IndexedRecord) now;
        for (Field field : record.getSchema().getFields()) {
          Field kept = other.getSchema().getField(field.name());
          Object value = record.get(field.pos());
          if (kept == null) {
            continue;
          }
          if (value == null) {
            assertThat(other.get(kept.pos())).as(where + "." + field.name()).isNull();
          } else {
            assertSame(where + "." + field.name(), value, other.get(kept.pos()));
          }
        }
      }
      case List<?> list -> {
        assertThat(now).as(where).asInstanceOf(LIST).hasSameSizeAs(list);
        for (int index = 0; index < list.size(); index++) {
          assertSame(where + "[" + index + "]", list.get(index), ((List<?>) now).get(index));
        }
      }
      case Number number ->
          assertThat(((Number) now).doubleValue()).as(where).isEqualTo(number.doubleValue());
      case ByteBuffer bytes -> assertThat(now).as(where).isEqualTo(bytes);
      default -> assertThat(now).as(where).hasToString(before.toString());
    }
  }
}
