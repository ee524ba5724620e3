package org.safeguardinghub.deploy.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.deploy.local.database.PostgresServer;
import org.safeguardinghub.deploy.local.folder.BuildFolder;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.deploy.local.process.ClassArchives;
import org.safeguardinghub.deploy.local.process.ProcessEvent;
import org.safeguardinghub.deploy.local.process.ProcessStamp;
import org.safeguardinghub.deploy.local.registry.RegistryServer;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.kernel.topics.Topics;

/**
 * The three real processes on one folder: killed, restarted, started again, refused to a second
 * one.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PlatformIT {
  static final List<String> FEEDS = List.of("heron-house", "lantern-trust");
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String TOPIC = Topics.concerns("heron-house").name();

  @TempDir static Path folder;
  private static final LinkedBlockingQueue<ProcessEvent> EVENTS = new LinkedBlockingQueue<>();
  private static EmbeddedPlatform platform;

  @BeforeAll
  static void start() {
    platform = EmbeddedPlatform.start(options(folder.resolve("data")));
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  @Order(1)
  void everyPrincipalMayDoExactlyWhatTopicsDeclares() throws Exception {
    new DeclaredAccess(platform, FEEDS).verify();
  }

  @Test
  @Order(2)
  void acknowledgedRecordsOutliveAKillOfTheBroker() throws Exception {
    send("before");
    platform.processes().kill(EmbeddedPlatform.BROKER);
    platform.processes().awaitReady(EmbeddedPlatform.BROKER, SOON);
    send("after");

    assertThat(values()).containsExactly("before", "after");
    assertThat(EVENTS)
        .anyMatch(
            event ->
                event instanceof ProcessEvent.Crashed(var n, var x, var i, var l)
                    && n.equals(EmbeddedPlatform.BROKER));
  }

  @Test
  @Order(3)
  void schemasOutliveAKillOfTheRegistry() throws Exception {
    platform.processes().kill(RegistryServer.NAME);
    platform.processes().awaitReady(RegistryServer.NAME, SOON);

    try (CachedSchemaRegistryClient registry =
        new CachedSchemaRegistryClient(platform.registryUrl().toString(), 10)) {
      assertThat(registry.getAllSubjects())
          .containsAll(
              Topics.all(FEEDS, false).stream().map(topic -> topic.valueSubject()).toList());
    }
  }

  @Test
  @Order(4)
  void committedRowsOutliveAKillOfTheDatabase() throws Exception {
    try (Connection owner = database("hub_owner")) {
      owner.createStatement().execute("create table keys.kept (word text)");
      owner.createStatement().execute("insert into keys.kept values ('kept')");
    }
    platform.processes().kill(PostgresServer.NAME);
    platform.processes().awaitReady(PostgresServer.NAME, SOON);

    try (Connection owner = database("hub_owner");
        ResultSet rows = owner.createStatement().executeQuery("select word from keys.kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("kept");
    }
  }

  @Test
  @Order(5)
  void databaseIsDurableAndAsksForPasswords() throws Exception {
    try (Connection owner = database("hub_owner")) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        try (ResultSet row = owner.createStatement().executeQuery("show " + setting)) {
          assertThat(row.next()).isTrue();
          assertThat(row.getString(1)).isEqualTo("on");
        }
      }
    }
    assertThatThrownBy(
            () -> DriverManager.getConnection(platform.jdbcUrl(), "hub_owner", "wrong-password"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  @Order(6)
  void roleSeesOnlyTheSchemasThatItsOwnersGrant() throws Exception {
    try (Connection notifier = database("hub_notifier")) {
      assertThatThrownBy(
              () -> notifier.createStatement().executeQuery("select * from keys.person_key"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  @Order(7)
  void secondPlatformOnTheSameFolderIsRefused() {
    assertThatThrownBy(() -> EmbeddedPlatform.start(options(folder.resolve("data"))))
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused -> assertThat(refused.code()).isEqualTo(ExitCode.ALREADY_RUNNING));
  }

  @Test
  @Order(8)
  void everythingSecretIsForItsOwnerOnly() throws IOException {
    Path data = folder.resolve("data");
    try (Stream<Path> files = Files.walk(data.resolve("secrets"))) {
      assertThat(files).allMatch(file -> permissions(file).endsWith("------"));
    }
    for (String file : List.of("run/broker.properties", "run/broker-users.properties")) {
      assertThat(permissions(data.resolve(file))).isEqualTo("rw-------");
    }
  }

  @Test
  @Order(9)
  void passwordsStandOnNoCommandLine() {
    List<String> secrets =
        Stream.of(Principals.RISK, Principals.PROVISIONER).map(platform::kafkaPassword).toList();
    assertThat(platform.processes().table())
        .allSatisfy(
            row ->
                assertThat(
                        ProcessHandle.of(row.pid()).orElseThrow().info().commandLine().orElse(""))
                    .doesNotContain(secrets));
  }

  @Test
  @Order(10)
  void laterStartKeepsTheDataAndTakesOverWhatAKilledSupervisorLeft() throws Exception {
    List<ProcessStamp> before =
        platform.processes().table().stream()
            .map(row -> ProcessStamp.of(row.pid()).orElseThrow())
            .toList();
    platform.close();
    assertThat(before).allMatch(stamp -> stamp.living().isEmpty());

    platform = EmbeddedPlatform.start(options(folder.resolve("data")));

    assertThat(values()).containsExactly("before", "after");
    new DeclaredAccess(platform, FEEDS).verifyOne(Principals.NOTIFIER);
  }

  @Test
  @Order(11)
  void damagedBrokerFolderIsRefusedInOneLine() throws IOException {
    Path broken = folder.resolve("broken");
    new DataFolder(broken).open(false);
    Files.createDirectories(broken.resolve("broker"));
    assertThatThrownBy(() -> EmbeddedPlatform.start(options(broken)))
        .isInstanceOfSatisfying(
            StartRefused.class, refused -> assertThat(refused.code()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("the broker's data in");
  }

  @Test
  @Order(12)
  void databaseOfAnotherVersionIsRefusedInOneLine() throws IOException {
    Path old = folder.resolve("old");
    new DataFolder(old).open(false);
    Files.createDirectories(old.resolve("postgres"));
    Files.writeString(old.resolve("postgres/PG_VERSION"), "12\n");
    assertThatThrownBy(() -> EmbeddedPlatform.start(options(old)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("holds PostgreSQL data of version 12, this hub runs 18");
  }

  private static PlatformOptions options(Path data) {
    BuildFolder build = BuildFolder.ofThisProcess();
    return new PlatformOptions(
        new DataFolder(data),
        build,
        OptionalInt.empty(),
        FEEDS,
        false,
        new ClassArchives(build.archives()),
        EVENTS::add);
  }

  private static void send(String value) throws Exception {
    KafkaSettings feed = platform.kafka(Principals.ofFeed("heron-house"));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            feed.producer("test"), new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(TOPIC, 0, "k", value.getBytes(StandardCharsets.UTF_8)))
          .get();
    }
  }

  private static List<String> values() {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            platform.kafka(Principals.IDENTITY).reader("test"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      java.util.ArrayList<String> values = new java.util.ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
      }
      return values;
    }
  }

  private static Connection database(String role) throws SQLException {
    return DriverManager.getConnection(platform.jdbcUrl(), role, platform.databasePassword(role));
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
