package org.safeguardinghub.deploy.local.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.safeguardinghub.deploy.local.platform.Platform;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.runtime.WholeTopic;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.alert.AlertRules;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.topology.risk.RiskEdge;
import org.safeguardinghub.risk.topology.risk.RiskSettings;
import org.safeguardinghub.risk.topology.risk.RiskTopology;

/**
 * How many events a second the risk topology takes from the subject log to its committed results,
 * exactly once, on a real broker and registry; and how many a topology that only copies the same
 * bytes, with the same settings. The whole log is there before either starts.
 *
 * <p>The hub's clock goes with the events that are committed. What falls due is written to the log
 * behind them, and counts as no event.
 */
public final class TopologyBench {
  /**
   * One application over the log.
   *
   * @param events events of the log
   * @param commits transactions that it took
   * @param eventsPerSecond from the reading of the first event to the commit of the last
   * @param steadyPerSecond the same without the first fifth of the events; the whole where there
   *     was no commit in between
   * @param cpuMicros what this process used of the processors for each event after the first fifth;
   *     the broker is another process
   */
  public record Run(
      int events, int commits, double eventsPerSecond, double steadyPerSecond, double cpuMicros) {}

  /**
   * What was measured.
   *
   * @param topology the risk topology
   * @param passThrough the copying one, the fastest of three
   * @param ratio the steady speed of the former in that of the latter
   * @param decisions decisions that were published; tells that something was evaluated
   */
  public record Result(Run topology, Run passThrough, double ratio, long decisions) {}

  private static final String COPY_APPLICATION = "hub-risk-pass-through";
  private static final int COPY_RUNS = 3;
  private static final double WARM_UP = 0.2;
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final int threads;
  private final Platform platform;
  private final Path folder;
  private final Policy policy;
  private final EventCatalogue catalogue;
  private final HubKeys keys = HubKeys.generate();
  private final AvroSerdes serdes;

  /**
   * @param platform a broker that nothing was written to, and a registry
   * @param folder for the state of the applications
   * @param threads of each application, at most one for a partition
   */
  public TopologyBench(
      Platform platform, Path folder, Policy policy, EventCatalogue catalogue, int threads) {
    this.threads = threads;
    this.platform = platform;
    this.folder = folder;
    this.policy = policy;
    this.catalogue = catalogue;
    this.serdes = AvroSerdes.of(platform.kafka(Principals.RISK).registry());
  }

  /**
   * Writes the children's events and measures both.
   *
   * @param progress told how many events the risk topology has committed
   */
  public Result run(List<InventedChildren.Child> children, IntConsumer progress)
      throws ExecutionException, InterruptedException {
    ShippedDirectory.publish(platform.kafka(Principals.CONSOLE), serdes, keys);
    WrittenLog log =
        new InventedLog(serdes, keys).write(platform.kafka(Principals.IDENTITY), children);
    Run copied = copy(log, 0);
    for (int again = 1; again < COPY_RUNS; again++) {
      Run other = copy(log, again);
      copied = other.steadyPerSecond() > copied.steadyPerSecond() ? other : copied;
    }
    CommitWatch watch = new CommitWatch(log);
    Run evaluated =
        run(watch, RiskTopology.build(edge(watch::reached)), riskSettings(), log, progress);
    AtomicInteger decisions = new AtomicInteger();
    WholeTopic.each(
        platform.kafka(Principals.ANALYST),
        "hub-analyst-bench",
        Topics.RISK_DECISIONS,
        _ -> decisions.incrementAndGet());
    return new Result(
        evaluated, copied, evaluated.steadyPerSecond() / copied.steadyPerSecond(), decisions.get());
  }

  private RiskEdge edge(InstantSource clock) {
    return new RiskEdge(
        serdes,
        keys,
        catalogue,
        AlertRules.load(),
        policy,
        _ -> policy,
        clock,
        false,
        () -> UUID.randomUUID().toString());
  }

  private Properties riskSettings() {
    return RiskSettings.of(platform.kafka(Principals.RISK), folder, threads);
  }

  /** Its names begin with the principal's, which its grants follow. */
  private Run copy(WrittenLog log, int time) throws ExecutionException, InterruptedException {
    String application = COPY_APPLICATION + '-' + time;
    KafkaSettings kafka = platform.kafka(Principals.RISK);
    String copies = application + "-copies";
    try (Admin admin = Admin.create(kafka.client(application))) {
      admin
          .createTopics(List.of(new NewTopic(copies, Topics.SUBJECT_PARTITIONS, (short) 1)))
          .all()
          .get();
    }
    Topology topology = new Topology();
    topology.addSource(
        "read", new ByteArrayDeserializer(), new ByteArrayDeserializer(), log.topic());
    topology.addSink("write", copies, new ByteArraySerializer(), new ByteArraySerializer(), "read");
    Properties settings = riskSettings();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.CLIENT_ID_CONFIG, application);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), application);
    return run(new CommitWatch(log), topology, settings, log, _ -> {});
  }

  private static Run run(
      CommitWatch watch,
      Topology topology,
      Properties settings,
      WrittenLog log,
      IntConsumer progress)
      throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    KafkaStreams streams = new KafkaStreams(topology, settings, watch);
    try {
      streams.setUncaughtExceptionHandler(
          thrown -> {
            failure.set(thrown);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
          });
      streams.start();
      while (!watch.awaitEnd(LOOK)) {
        progress.accept(watch.events());
        if (failure.get() != null) {
          throw new IllegalStateException("the application failed", failure.get());
        }
      }
      progress.accept(log.events());
    } finally {
      streams.close(CLOSE_WITHIN);
    }
    return of(log.events(), watch.marks());
  }

  /** Speeds from the commits of an application, the first mark being the reading of an event. */
  static Run of(int events, List<CommitWatch.Mark> marks) {
    CommitWatch.Mark last = marks.getLast();
    CommitWatch.Mark warm =
        marks.stream()
            .filter(mark -> mark.events() >= events * WARM_UP && mark.events() < events)
            .findFirst()
            .orElse(marks.getFirst());
    return new Run(
        events,
        marks.size() - 1,
        speed(marks.getFirst(), last),
        speed(warm, last),
        (last.cpuNanos() - warm.cpuNanos()) / 1e3 / (last.events() - warm.events()));
  }

  private static double speed(CommitWatch.Mark from, CommitWatch.Mark to) {
    return (to.events() - from.events()) * 1e9 / (to.nanos() - from.nanos());
  }
}
