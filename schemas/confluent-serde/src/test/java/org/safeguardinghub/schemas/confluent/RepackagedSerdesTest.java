package org.safeguardinghub.schemas.confluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.security.basicauth.BasicAuthCredentialProvider;
import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProvider;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

final class RepackagedSerdesTest {
  private static final Schema PARCEL =
      SchemaBuilder.record("Parcel")
          .namespace("org.safeguardinghub.example")
          .fields()
          .requiredString("label")
          .requiredLong("weight")
          .optionalString("note")
          .endRecord();

  @Test
  void recordSurvivesTheRoundTrip() throws Exception {
    String topic = "parcels.v1";
    GenericRecord sent =
        new GenericRecordBuilder(PARCEL).set("label", "a-17").set("weight", 42L).build();

    byte[] bytes;
    try (KafkaAvroSerializer serializer = serializer("round-trip", true)) {
      bytes = serializer.serialize(topic, sent);
    }

    assertThat(bytes[0]).as("the wire format's magic byte").isZero();
    assertThat(MockSchemaRegistry.getClientForScope("round-trip").getAllSubjects())
        .containsExactly("parcels.v1-value");
    try (KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
      deserializer.configure(settings("round-trip", false), false);
      Object read = deserializer.deserialize(topic, bytes);
      assertThat(read).isInstanceOf(GenericData.Record.class);
      assertThat(read).hasToString(sent.toString());
    }
  }

  @Test
  void unregisteredSchemaIsRefusedWhenAutomaticRegistrationIsOff() {
    GenericRecord record =
        new GenericRecordBuilder(PARCEL).set("label", "b-2").set("weight", 7L).build();
    try (KafkaAvroSerializer serializer = serializer("no-registration", false)) {
      assertThatThrownBy(() -> serializer.serialize("parcels.v1", record))
          .isInstanceOf(SerializationException.class);
    }
  }

  @Test
  void httpClientWithCredentialsCanBeBuilt() {
    var client =
        new CachedSchemaRegistryClient(
            new RestService("http://127.0.0.1:1"),
            10,
            Map.of(
                "basic.auth.credentials.source", "USER_INFO",
                "basic.auth.user.info", "reader:secret"),
            Map.of());
    assertThatThrownBy(() -> client.getLatestSchemaMetadata("parcels.v1-value"))
        .as("nobody listens on port 1: the whole HTTP path is loaded and fails to connect")
        .isInstanceOf(IOException.class);
  }

  @Test
  void servicesNameClassesThatExist() {
    assertThat(ServiceLoader.load(BasicAuthCredentialProvider.class)).isNotEmpty();
    assertThat(ServiceLoader.load(BearerAuthCredentialProvider.class)).isNotEmpty();
  }

  @Test
  void jarHoldsConfluentClassesOnlyAndNoRelocatedName() throws Exception {
    List<String> names = new ArrayList<>();
    try (JarFile jar = new JarFile(jar().toFile())) {
      for (var entries = jar.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (entry.isDirectory()) {
          continue;
        }
        names.add(entry.getName());
        if (entry.getName().endsWith(".class")) {
          String content =
              new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
          assertThat(content)
              .as(entry.getName())
              .doesNotContain("org/apache/pinot")
              .doesNotContain("org.apache.pinot");
        }
      }
    }
    assertThat(names)
        .filteredOn(name -> name.endsWith(".class"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("io/confluent/kafka/"));
    assertThat(names)
        .contains(
            "LICENSE",
            "META-INF/NOTICE",
            "META-INF/NOTICE-confluent-serde",
            "META-INF/maven/io.confluent/kafka-schema-registry-client/pom.xml",
            "META-INF/maven/io.confluent/kafka-avro-serializer/pom.xml",
            "META-INF/maven/io.confluent/kafka-schema-serializer/pom.xml");
  }

  private static KafkaAvroSerializer serializer(String scope, boolean register) {
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(settings(scope, register), false);
    return serializer;
  }

  private static Map<String, Object> settings(String scope, boolean register) {
    return Map.of(
        "schema.registry.url",
        "mock://" + scope,
        "auto.register.schemas",
        register,
        "use.latest.version",
        false);
  }

  private static Path jar() {
    try (var files = Files.list(Path.of("target"))) {
      return files
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches("confluent-serde-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
