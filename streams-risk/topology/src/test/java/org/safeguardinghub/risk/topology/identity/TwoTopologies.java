package org.safeguardinghub.risk.topology.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.topology.host.BoundedRocksDb;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityLinkRecord;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;

/** Attribution and linker, joined by their topics as a broker would join them. */
final class TwoTopologies implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-02T10:00:01Z");
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final WorkingCalendar CALENDAR = WorkingCalendar.load();

  final HubKeys keys = HubKeys.generate();
  final KeysInMemory people = new KeysInMemory(keys);
  final Sent sent = new Sent(keys);
  final List<TestRecord<String, SubjectEventRecord>> subjects = new ArrayList<>();
  final List<DispositionRecord> dispositions = new ArrayList<>();
  final List<IdentityDecisionRecord> ledger = new ArrayList<>();
  final List<IdentityLinkRecord> links = new ArrayList<>();
  final List<IdentityTaskRecord> tasks = new ArrayList<>();
  final List<TestRecord<String, ConcernRecord>> requests = new ArrayList<>();

  /** Every key and value that left a topology, as text: what a search for a name would see. */
  final List<String> everything = new ArrayList<>();

  private final AvroSerdes serdes;
  private final Path folder;
  private final TopologyTestDriver attribution;
  private final TopologyTestDriver linker;
  private boolean linkerUp = true;
  private int handedOver;

  TwoTopologies(boolean stories) {
    serdes = AvroSerdes.of(registry());
    folder = temporary();
    IdentityEdge edge = edge(serdes, keys, people, stories);
    attribution = driver(AttributionTopology.build(edge), "attribution");
    linker = driver(LinkerTopology.build(edge), "linker");
  }

  static IdentityEdge edge(AvroSerdes serdes, HubKeys keys, PersonSealing people, boolean stories) {
    return new IdentityEdge(serdes, keys, people, CATALOGUE, CALENDAR, () -> NOW, stories);
  }

  static Map<String, Object> registry() {
    return Map.of(
        "schema.registry.url",
        "mock://identity",
        "auto.register.schemas",
        true,
        "specific.avro.reader",
        true);
  }

  /** A feed writes a concern; everything that follows from it happens. */
  void receive(ConcernRecord concern) {
    String topic = Topics.concerns(concern.getFeed()).name();
    byte[] bytes = serdes.serializer(ConcernRecord.class).serialize(topic, concern);
    receiveBytes(topic, concern.getPersonRef(), bytes);
  }

  void receiveBytes(String topic, String key, byte[] bytes) {
    input(attribution, topic).pipeInput(key, bytes);
    settle();
  }

  void rule(IdentityRulingRecord ruling) {
    String topic = Topics.IDENTITY_RULINGS.name();
    input(linker, topic)
        .pipeInput(
            ruling.getTaskId(),
            serdes.serializer(IdentityRulingRecord.class).serialize(topic, ruling));
    settle();
  }

  /** While it is away, requests wait in their topic. */
  void linkerAway(boolean away) {
    linkerUp = !away;
    settle();
  }

  void wait(Duration time) {
    attribution.advanceWallClockTime(time);
    settle();
  }

  private void settle() {
    boolean more = true;
    while (more) {
      int before = requests.size();
      collect(attribution, Topics.IDENTITY_REQUESTS, ConcernRecord.class, requests);
      collectCommon(attribution);
      while (linkerUp && handedOver < requests.size()) {
        TestRecord<String, ConcernRecord> request = requests.get(handedOver++);
        String topic = Topics.IDENTITY_REQUESTS.name();
        input(linker, topic)
            .pipeInput(
                request.key(),
                serdes.serializer(ConcernRecord.class).serialize(topic, request.value()));
      }
      collectLinker();
      more = requests.size() > before;
    }
  }

  private void collectLinker() {
    collectCommon(linker);
    collectValues(linker, Topics.IDENTITY_LEDGER, IdentityDecisionRecord.class, ledger);
    collectValues(linker, Topics.IDENTITY_TASKS, IdentityTaskRecord.class, tasks);
    List<TestRecord<String, IdentityLinkRecord>> fresh = new ArrayList<>();
    collect(linker, Topics.IDENTITY_LINKS, IdentityLinkRecord.class, fresh);
    for (TestRecord<String, IdentityLinkRecord> link : fresh) {
      links.add(link.value());
      String topic = Topics.IDENTITY_LINKS.name();
      input(attribution, topic)
          .pipeInput(
              link.key(),
              serdes.serializer(IdentityLinkRecord.class).serialize(topic, link.value()));
    }
  }

  private void collectCommon(TopologyTestDriver driver) {
    collect(driver, Topics.SUBJECT_EVENTS, SubjectEventRecord.class, subjects);
    collectValues(driver, Topics.DISPOSITIONS, DispositionRecord.class, dispositions);
  }

  private <T extends SpecificRecord> void collectValues(
      TopologyTestDriver driver, Topic topic, Class<T> type, List<T> into) {
    List<TestRecord<String, T>> fresh = new ArrayList<>();
    collect(driver, topic, type, fresh);
    fresh.forEach(record -> into.add(record.value()));
  }

  private <T extends SpecificRecord> void collect(
      TopologyTestDriver driver, Topic topic, Class<T> type, List<TestRecord<String, T>> into) {
    TestOutputTopic<String, T> output =
        driver.createOutputTopic(topic.name(), new StringDeserializer(), serdes.deserializer(type));
    for (TestRecord<String, T> record : output.readRecordsToList()) {
      into.add(record);
      everything.add(record.key() + ' ' + record.value() + ' ' + record.headers());
    }
  }

  private static TestInputTopic<String, byte[]> input(TopologyTestDriver driver, String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  private TopologyTestDriver driver(Topology topology, String name) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(name).toString());
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    return new TopologyTestDriver(topology, settings, NOW);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("identity-topologies");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    attribution.close();
    linker.close();
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
