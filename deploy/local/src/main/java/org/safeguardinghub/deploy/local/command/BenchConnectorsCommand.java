package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import org.safeguardinghub.deploy.local.bench.ConnectorsBench;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records a second through each connector. */
@Command(
    name = "connectors",
    mixinStandardHelpOptions = true,
    description = {
      "Send as many records as each connector takes: batches over HTTP, messages over MLLP, rows of"
          + " CSV files. Each is read, checked, sealed, recorded, published and answered. Beside"
          + " each, a bare producer that writes as many records of the same size, in the same run.",
      "Broker, registry, database and the connectors are started for the purpose, in a folder that"
          + " is removed afterwards."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class BenchConnectorsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "100000",
      description = "records through each that count (default: ${DEFAULT-VALUE})")
  private int records;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "80000",
      description = "records through each before them (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "api,health,education",
      description = "which of them (default: ${DEFAULT-VALUE})")
  private List<String> only;

  @Option(names = "--json", description = "print the figures as JSON")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Starting broker, registry, database and connectors ...");
    err.flush();
    List<ConnectorsBench.Run> runs =
        OwnHub.run(
            options -> options.withApps(ConnectorsBench.APPS.toArray(String[]::new)),
            hub -> measured(hub, err));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(runs));
    } else {
      runs.forEach(run -> print(out, run));
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private List<ConnectorsBench.Run> measured(EmbeddedHub hub, PrintWriter err) throws Exception {
    Deque<ProgressBar> bars = new ArrayDeque<>();
    try {
      return new ConnectorsBench(hub)
          .run(
              records,
              warmUp,
              only::contains,
              (name, count) -> {
                bars.forEach(ProgressBar::close);
                ProgressBar bar = BenchCommand.bar(name, count, err);
                bars.push(bar);
                return (IntConsumer) bar::stepTo;
              });
    } finally {
      bars.forEach(ProgressBar::close);
    }
  }

  private static void print(PrintWriter out, ConnectorsBench.Run run) {
    out.printf(
        "%s: %.0f records/s (asked: %d), %.0f µs of the connector's processor a record, so %.0f a second of one core;"
            + " a bare producer of the same %d bytes: %.0f/s, %.3f times as fast as that%n",
        run.connector(),
        run.perSecond(),
        run.asked(),
        run.cpuMicros(),
        run.perCoreSecond(),
        run.bytes(),
        run.barePerSecond(),
        run.ratio());
  }
}
