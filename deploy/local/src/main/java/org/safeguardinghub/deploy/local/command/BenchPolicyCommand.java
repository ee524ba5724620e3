package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.bench.InventedChildren;
import org.safeguardinghub.deploy.local.bench.PolicyBench;
import org.safeguardinghub.deploy.local.bench.TopologyBench;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The pure core on one core of the machine, then the topology that hosts it. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = {
      "Evaluate the events of invented children, with all patterns: first by the rules alone, on"
          + " one core, one child after another; then by the risk topology, which reads all of"
          + " them from a broker in the order of their receipt and commits its results exactly"
          + " once. Beside it, a topology that only copies the same bytes, under the same settings.",
      "Broker and registry are started for the purpose, in a folder that is removed afterwards."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class BenchPolicyCommand implements Callable<Integer> {
  private static final String NO_APPS = "";
  private static final int WARM_UP_EVENTS = 200_000;
  private static final int LEAST_WARM_UP = 20;
  private static final int MOST_WARM_UP = 4_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--children",
      paramLabel = "N",
      defaultValue = "2000",
      description = "children that count (default: ${DEFAULT-VALUE})")
  private int children;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "60",
      description = "events of each (default: ${DEFAULT-VALUE})")
  private int events;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the generator (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads of each topology, at most 4 (default: one for each processor)")
  private int threads =
      Math.min(Runtime.getRuntime().availableProcessors(), Topics.SUBJECT_PARTITIONS);

  @Option(names = "--no-topology", description = "the rules alone: starts no broker")
  private boolean rulesOnly;

  @Option(names = "--json", description = "print the figures as JSON")
  private boolean json;

  /** What was measured, as the JSON document shows it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Report(PolicyBench.Result rules, TopologyBench.@Nullable Result topology) {}

  @Override
  public Integer call() throws Exception {
    EventCatalogue catalogue = EventCatalogue.load();
    Policy policy = PolicyFile.shipped(catalogue);
    InventedChildren invented = new InventedChildren(catalogue, seed);
    List<InventedChildren.Child> others = invented.next(warmUp(), events);
    List<InventedChildren.Child> counted = invented.next(children, events);
    PrintWriter err = spec.commandLine().getErr();
    tell(err, "Evaluating by the rules alone ...");
    PolicyBench.Result rules = new PolicyBench(policy, catalogue).run(others, counted);
    if (!json) {
      print(rules);
    }
    TopologyBench.Result topology = rulesOnly ? null : topology(policy, catalogue, counted);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(new Report(rules, topology)));
    } else if (topology != null) {
      print(topology);
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  /** Other children first, as many as the compiler needs to be done with most of its work. */
  private int warmUp() {
    return Math.clamp(WARM_UP_EVENTS / events, LEAST_WARM_UP, MOST_WARM_UP);
  }

  private TopologyBench.Result topology(
      Policy policy, EventCatalogue catalogue, List<InventedChildren.Child> counted)
      throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    tell(err, "Starting a broker and a registry ...");
    return OwnHub.run(
        options -> options.withApps(NO_APPS),
        hub -> {
          tell(err, "Writing the events, then copying and evaluating them ...");
          try (ProgressBar bar = BenchCommand.bar("events", (long) children * events, err)) {
            return new TopologyBench(hub, hub.data().app("bench"), policy, catalogue, threads)
                .run(counted, bar::stepTo);
          }
        });
  }

  private static void tell(PrintWriter err, String line) {
    err.println(line);
    err.flush();
  }

  private void print(PolicyBench.Result rules) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "rules alone:  %d children, %d events each: %.0f events/s, p50 %.0f µs, p99 %.0f µs, %.0f µs of processor and %d kB allocated an event, %d decisions%n",
        children,
        events,
        rules.eventsPerSecond(),
        rules.p50Micros(),
        rules.p99Micros(),
        rules.cpuMicros(),
        rules.bytesPerEvent() / 1024,
        rules.decisions());
    out.flush();
  }

  private void print(TopologyBench.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("stream threads of each topology: %d%n", threads);
    print(out, "topology:     ", result.topology());
    print(out, "pass-through: ", result.passThrough());
    out.printf(
        "the topology is %.3f times as fast as the pass-through; it published %d decisions%n",
        result.ratio(), result.decisions());
  }

  private static void print(PrintWriter out, String what, TopologyBench.Run run) {
    out.printf(
        "%s%.0f events/s from the first event read to the last committed, %.0f after the first fifth; %.0f µs of processor an event; %d commits%n",
        what, run.eventsPerSecond(), run.steadyPerSecond(), run.cpuMicros(), run.commits());
  }
}
