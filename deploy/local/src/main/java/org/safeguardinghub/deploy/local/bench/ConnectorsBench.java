package org.safeguardinghub.deploy.local.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.process.ChildStatus;
import org.safeguardinghub.kernel.runtime.WholeTopic;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;

/**
 * How many records a second each connector takes from its sender to its topic: read, checked,
 * sealed, recorded in the database, published and answered. Beside each, a bare producer that
 * writes as many records of the same size to the same topic, in the same run.
 *
 * <p>Sender, connector, database and broker share the machine. What one core of the connector alone
 * would do follows from the processor time of its process.
 */
public final class ConnectorsBench {
  /** The connectors that are measured. */
  public static final List<String> APPS = List.of("api", "health", "education");

  private static final Duration READY_WITHIN = Duration.ofMinutes(1);

  /**
   * One connector.
   *
   * @param records that were answered as accepted
   * @param perSecond by the clock on the wall
   * @param cpuMicros processor time of the connector's process for each record
   * @param perCoreSecond records in a second of processor time of that process
   * @param asked records a second that are asked of it
   * @param bytes of a record on the topic, on average
   * @param barePerSecond what the bare producer writes of that size
   * @param ratio perSecond in barePerSecond
   */
  public record Run(
      String connector,
      int records,
      double perSecond,
      double cpuMicros,
      double perCoreSecond,
      int asked,
      int bytes,
      double barePerSecond,
      double ratio) {}

  private final EmbeddedHub hub;

  public ConnectorsBench(EmbeddedHub hub) {
    this.hub = hub;
  }

  /**
   * Measures them one after another.
   *
   * @param warmUp records through each before them: compilers take some tens of thousands to do
   *     their work
   * @param chosen which of {@link #APPS}
   * @param bars a progress for each, by its name and the number of records
   */
  public List<Run> run(
      int records,
      int warmUp,
      Predicate<String> chosen,
      BiFunction<String, Integer, IntConsumer> bars)
      throws Exception {
    List<Run> runs = new ArrayList<>();
    int first = 0;
    for (ConnectorLoad load : loads(chosen)) {
      load.send(first, warmUp, _ -> {});
      Duration before = cpu(load.app());
      long nanos = load.send(first + warmUp, records, bars.apply(load.name(), records));
      Duration used = cpu(load.app()).minus(before);
      first += warmUp + records;
      runs.add(of(load, records, nanos, used));
    }
    return runs;
  }

  private List<ConnectorLoad> loads(Predicate<String> chosen) throws Exception {
    List<ConnectorLoad> loads = new ArrayList<>();
    if (chosen.test("api")) {
      loads.add(new HttpLoad(hub.apiUrl(), hub.token("fablewick-nhs")));
    }
    if (chosen.test("health")) {
      int port = freePort();
      MllpKeys keys = MllpKeys.install(hub.data().app("health"), port, "fablewick-nhs");
      hub.kill("health");
      hub.awaitReady("health", READY_WITHIN);
      loads.add(new MllpLoad(keys.sender(), port));
    }
    if (chosen.test("education")) {
      loads.add(new CsvLoad(hub.dropFolder("tumbledown-primary")));
    }
    return loads;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Run of(ConnectorLoad load, int records, long nanos, Duration used) throws Exception {
    int bytes = averageBytes(Topics.concerns(load.feed()));
    bare(load.feed(), records, bytes);
    double bare = bare(load.feed(), records, bytes);
    double perSecond = records * 1e9 / nanos;
    double cpuMicros = used.toNanos() / 1e3 / records;
    return new Run(
        load.name(),
        records,
        perSecond,
        cpuMicros,
        1e6 / cpuMicros,
        load.asked(),
        bytes,
        bare,
        perSecond / bare);
  }

  private Duration cpu(String app) {
    return cpu(hub, app);
  }

  /** Processor time that the process of an app has used. */
  static Duration cpu(EmbeddedHub hub, String app) {
    return hub.table().stream()
        .filter(child -> child.name().equals(app))
        .map(ChildStatus::pid)
        .findFirst()
        .flatMap(ProcessHandle::of)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow(
            () -> new IllegalStateException("the processor time of " + app + " is hidden"));
  }

  private int averageBytes(Topic topic) {
    AtomicLong bytes = new AtomicLong();
    AtomicLong records = new AtomicLong();
    WholeTopic.each(
        hub.kafka(Principals.IDENTITY),
        Principals.IDENTITY + "-bench",
        topic,
        record -> {
          bytes.addAndGet(record.value().length);
          records.incrementAndGet();
        });
    return (int) (bytes.get() / Math.max(1, records.get()));
  }

  /** Records a second, acknowledged. */
  private double bare(String feed, int records, int bytes) throws Exception {
    String topic = Topics.concerns(feed).name();
    byte[] value = new byte[bytes];
    List<Future<RecordMetadata>> sent = new ArrayList<>(records);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            hub.kafka(Principals.ofFeed(feed)).producer("bench"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      long begun = System.nanoTime();
      for (int i = 0; i < records; i++) {
        sent.add(producer.send(new ProducerRecord<>(topic, Integer.toString(i), value)));
      }
      producer.flush();
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
      return records * 1e9 / (System.nanoTime() - begun);
    }
  }
}
