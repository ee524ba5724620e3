package org.safeguardinghub.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.schemas.AlertFindingRecord;
import org.safeguardinghub.schemas.EvidenceRecord;
import org.safeguardinghub.schemas.FindingState;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.LevelRecord;
import org.safeguardinghub.schemas.SealedRecord;
import org.safeguardinghub.schemas.SeverityCode;
import org.safeguardinghub.schemas.TrustedSchemas;

/** The generated classes through the genuine serdes, with registration done beforehand. */
final class RegistryRoundTripTest {
  private static final String SCOPE = "round-trip";

  @BeforeEach
  void trustRecords() {
    TrustedSchemas.install();
  }

  static Stream<Schema> topicValues() {
    return TrustedSchemas.topicValues().stream();
  }

  @ParameterizedTest
  @MethodSource("topicValues")
  void everyRecordComesBackTheSame(Schema schema) throws Exception {
    String topic = schema.getName();
    MockSchemaRegistry.getClientForScope(SCOPE).register(topic + "-value", new AvroSchema(schema));
    try (KafkaAvroSerializer serializer = serializer();
        KafkaAvroDeserializer deserializer = deserializer()) {
      for (IndexedRecord specimen : Specimen.allOf(schema)) {
        SpecificRecord sent =
            AvroBytes.readIntoCurrentClass(AvroBytes.write(specimen), specimen.getSchema());

        byte[] bytes = serializer.serialize(topic, sent);
        Object received = deserializer.deserialize(topic, bytes);

        // Bytes and text, not equals: Avro's equals throws on a list of records with a nullable
        // time.
        assertThat(received).hasSameClassAs(sent).hasToString(sent.toString());
        assertThat(serializer.serialize(topic, received)).isEqualTo(bytes);
      }
    }
  }

  @Test
  void avroRefusesTheClassesUntilTheyAreTrusted() {
    Schema schema = TrustedSchemas.schemaOf("ClockRecord");
    byte[] bytes = AvroBytes.write(Specimen.allOf(schema).getFirst());
    ClassSecurityValidator.setGlobal(ClassSecurityValidator.DEFAULT);
    try {
      assertThatThrownBy(() -> ClassSecurityValidator.validate(LevelRecord.class))
          .isInstanceOf(SecurityException.class);
    } finally {
      TrustedSchemas.install();
    }
    assertThat(AvroBytes.readIntoCurrentClass(bytes, schema)).isNotNull();
    assertThatThrownBy(() -> ClassSecurityValidator.validate(ProcessBuilder.class))
        .as("nothing but our records is trusted in addition")
        .isInstanceOf(SecurityException.class);
  }

  @Test
  void nullableFieldsAreOptionalAndTimesAreJavaTimes() {
    AlertFindingRecord finding =
        AlertFindingRecord.newBuilder()
            .setFindingId("f-1")
            .setPattern("MISSING-REPEAT")
            .setPatternTitle("Repeated missing episodes")
            .setStage("complete")
            .setDate(LocalDate.parse("2026-03-20"))
            .setSeverity(SeverityCode.S2)
            .setBecause("Three missing episodes in ninety days")
            .setQuestion("Has a return interview been offered?")
            .setSource("Statutory guidance")
            .setState(FindingState.STANDING)
            .setLearnedLate(false)
            .setEvidence(List.of(evidence()))
            .build();

    assertThat(finding.getHow()).isEmpty();
    assertThat(finding.getNotKnown()).isEmpty();
    assertThat(finding.getDate()).isEqualTo("2026-03-20");
    assertThat(finding.getEvidence().getFirst().getOccurredAt())
        .isEqualTo(Instant.parse("2026-03-20T21:15:00Z"));
    assertThat(
            LevelRecord.newBuilder()
                .setProposed(3)
                .setEffective(2)
                .setMapVersion("m-4")
                .build()
                .getProposed())
        .contains(3);
  }

  @Test
  void unknownRecordNameIsRefused() {
    assertThatThrownBy(() -> TrustedSchemas.schemaOf("NoSuchRecord"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NoSuchRecord");
    assertThat(TrustedSchemas.schemaOf("SealedRecord")).isEqualTo(SealedRecord.getClassSchema());
  }

  private static EvidenceRecord evidence() {
    return EvidenceRecord.newBuilder()
        .setEventId("e-3")
        .setType("POL-MIS-01")
        .setAgency("fablewick-police")
        .setFamily("POL")
        .setOccurredAt(Instant.parse("2026-03-20T21:15:00Z"))
        .setReceivedAt(Instant.parse("2026-03-21T08:00:00Z"))
        .setLevel(2)
        .setHandlingClass(HandlingClassCode.H0)
        .build();
  }

  private static KafkaAvroSerializer serializer() {
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(settings(), false);
    return serializer;
  }

  private static KafkaAvroDeserializer deserializer() {
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    deserializer.configure(settings(), false);
    return deserializer;
  }

  private static Map<String, Object> settings() {
    return Map.of(
        "schema.registry.url", "mock://" + SCOPE,
        "auto.register.schemas", false,
        "use.latest.version", false,
        "specific.avro.reader", true);
  }
}
