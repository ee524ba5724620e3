package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.bench.ConsoleClient;
import org.safeguardinghub.deploy.local.bench.FaultRun;
import org.safeguardinghub.deploy.local.bench.LatencyBench;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.embedded.HubOptions;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measurements, each on a hub of its own in a folder that is made anew and removed afterwards. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "measure a hub that is started for the purpose",
    subcommands = {
      BenchCommand.Latency.class,
      BenchCommand.Faults.class,
      BenchPolicyCommand.class,
      BenchConnectorsCommand.class,
      BenchConsoleCommand.class,
      BenchMatchCommand.class
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to measure: latency, faults, policy, connectors, console or match");
  }

  /** From an HTTP posting to the lead's list. */
  @Command(
      name = "latency",
      mixinStandardHelpOptions = true,
      description = "time from posting a concern to its alert in the lead's list, on an idle hub")
  static final class Latency implements Callable<Integer> {
    /** Deputy of the MASH manager and of the out-of-hours team: owns it at any hour. */
    private static final String LEAD = "corwin.ashgrove";

    @Spec private CommandSpec spec;

    @Option(
        names = "--postings",
        paramLabel = "N",
        defaultValue = "200",
        description = "postings that count (default: ${DEFAULT-VALUE})")
    private int postings;

    @Option(
        names = "--warm-up",
        paramLabel = "N",
        defaultValue = "40",
        description = "postings before them (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--json", description = "print the figures as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      PrintWriter err = spec.commandLine().getErr();
      err.println("Starting a hub for the measurement ...");
      err.flush();
      LatencyBench.Result result = OwnHub.run(UnaryOperator.identity(), hub -> measured(hub, err));
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          json
              ? new ObjectMapper().writeValueAsString(result)
              : "%d postings after %d to warm up: p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, longest %.0f ms"
                  .formatted(
                      result.postings(),
                      warmUp,
                      result.p50(),
                      result.p90(),
                      result.p99(),
                      result.max()));
      out.flush();
      return ExitCode.DONE.code();
    }

    private LatencyBench.Result measured(EmbeddedHub hub, PrintWriter err) throws Exception {
      try (ProgressBar bar = bar("postings", postings, err)) {
        ConsoleClient console = new ConsoleClient(hub.consoleUrl());
        console.signIn(LEAD, FirstPasswords.of(hub, LEAD));
        return new LatencyBench(
                hub.apiUrl(), hub.token("fablewick-nhs"), console, InstantSource.system())
            .run(warmUp, postings, bar::stepTo);
      }
    }
  }

  /** Kills processes while stories are played. */
  @Command(
      name = "faults",
      mixinStandardHelpOptions = true,
      description =
          "kill -9 one process after another at random while stories are played, then close the books")
  static final class Faults implements Callable<Integer> {
    private static final int ALERT_KILLS = 100;
    private static final int CONNECTOR_KILLS = 50;

    @Spec private CommandSpec spec;

    @Option(
        names = "--rounds",
        paramLabel = "N",
        defaultValue = "20",
        description = "processes to kill (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
        names = "--alerts",
        description =
            "notifier, risk and console only, while alerts are told and the ladder climbs")
    private boolean alerts;

    @Option(
        names = "--connectors",
        description = "connectors only, side by side, while their senders send without a pause")
    private boolean connectors;

    @Option(
        names = "--only",
        paramLabel = "NAME",
        split = ",",
        defaultValue = "api,education,social-care,police,agency,health",
        description = "with --connectors: which of them (default: ${DEFAULT-VALUE})")
    private List<String> only;

    @Option(
        names = "--kills",
        paramLabel = "N",
        description =
            "with --alerts: processes to kill (default: 100); with --connectors: of each (default: 50)")
    private @Nullable Integer kills;

    @Option(
        names = "--json",
        description = "with --alerts or --connectors: print the books as JSON")
    private boolean json;

    @Option(names = "--seed", description = "seed of order and moments (default: the time)")
    private long seed = System.nanoTime();

    @Override
    public Integer call() throws Exception {
      if (alerts) {
        return new BenchAlertFaults(spec.commandLine(), kills(ALERT_KILLS), seed, json).call();
      }
      if (connectors) {
        return new BenchConnectorFaults(
                spec.commandLine(), only, kills(CONNECTOR_KILLS), seed, json)
            .call();
      }
      PrintWriter out = spec.commandLine().getOut();
      out.printf("Starting a hub; seed %d%n", seed);
      out.flush();
      FaultRun.Outcome outcome =
          OwnHub.run(
              HubOptions::withStory,
              hub ->
                  FaultRun.run(
                      hub,
                      PolicyFile.shipped(EventCatalogue.load()),
                      rounds,
                      seed,
                      line -> {
                        out.println("  " + line);
                        out.flush();
                      },
                      InstantSource.system()));
      print(out, outcome);
      return outcome.sound() ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }

    private int kills(int unlessGiven) {
      Integer given = kills;
      return given == null ? unlessGiven : given;
    }

    private static void print(PrintWriter out, FaultRun.Outcome outcome) throws IOException {
      outcome.stories().stream()
          .filter(story -> !story.asTold())
          .forEach(
              story ->
                  out.printf(
                      "story %s NOT as told: missing %s, unexpected %s, otherwise %s%n",
                      story.id(), story.missing(), story.unexpected(), story.otherDate()));
      out.printf(
          "%d processes killed, %d stories played, %d as told%n%s%n%s%n",
          outcome.killed().size(),
          outcome.stories().size(),
          outcome.stories().stream().filter(story -> story.asTold()).count(),
          outcome.ledger(),
          outcome.sound() ? "nothing lost, nothing told twice" : "NOT SOUND");
      out.flush();
    }
  }

  /** A bar that is plain text where nobody looks at a terminal. */
  static ProgressBar bar(String what, long total, PrintWriter err) {
    return new ProgressBarBuilder()
        .setTaskName(what)
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(1000)
        .setConsumer(
            new DelegatingProgressBarConsumer(
                line -> {
                  err.println(line);
                  err.flush();
                }))
        .build();
  }
}
