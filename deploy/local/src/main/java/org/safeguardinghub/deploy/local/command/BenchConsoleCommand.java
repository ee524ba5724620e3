package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.safeguardinghub.deploy.local.bench.ConsoleBench;
import org.safeguardinghub.deploy.local.bench.ConsoleBench.Figures;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The list page and live updates with many alerts and many leads. */
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    description = {
      "How fast the list of alerts is with many open alerts and many signed-in leads, and how soon"
          + " everybody who has it open sees a new one.",
      "Every lead shares the one seat that holds every alert, has the list open with its live"
          + " stream, and opens it anew after a pause. A concern is posted every five seconds; its"
          + " alert is told to all at once, and each fetches the list again, as the page does."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class BenchConsoleCommand implements Callable<Integer> {
  /** Asked for: list page and live update, milliseconds, 95 of 100. */
  private static final int LIST_ASKED = 300;

  private static final int UPDATE_ASKED = 1_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--alerts",
      paramLabel = "N",
      defaultValue = "1000",
      description = "open alerts (default: ${DEFAULT-VALUE})")
  private int alerts;

  @Option(
      names = "--leads",
      paramLabel = "N",
      defaultValue = "200",
      description = "signed-in leads (default: ${DEFAULT-VALUE})")
  private int leads;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "how long it is measured (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "30",
      description = "seconds of the same before that (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--pause",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "seconds between two openings of the list by one lead (default: ${DEFAULT-VALUE})")
  private int pause;

  @Option(names = "--json", description = "print the figures as JSON")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    say(err, "Starting a hub for the measurement ...");
    ConsoleBench.Result result =
        OwnHub.run(
            UnaryOperator.identity(),
            hub ->
                new ConsoleBench(
                        hub,
                        () -> passwords(hub),
                        InstantSource.system(),
                        RandomGeneratorFactory.of("L64X128MixRandom").create(7),
                        line -> say(err, "  " + line))
                    .run(
                        alerts,
                        leads,
                        Duration.ofSeconds(warmUp),
                        Duration.ofSeconds(seconds),
                        Duration.ofSeconds(pause)));
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? new ObjectMapper().writeValueAsString(result) : text(result));
    out.flush();
    boolean met = result.list().p95() <= LIST_ASKED && result.shown().p95() <= UPDATE_ASKED;
    return met ? ExitCode.DONE.code() : ExitCode.FAILED.code();
  }

  private static Map<String, String> passwords(EmbeddedHub hub) throws IOException {
    return FirstPasswords.all(hub).stream()
        .collect(Collectors.toMap(FirstPasswords.User::name, FirstPasswords.User::password));
  }

  private String text(ConsoleBench.Result result) {
    return String.join(
        System.lineSeparator(),
        "%d open alerts, %d signed-in leads, each with the list open, opening it anew every %d s; measured for %d s after %d s of the same"
            .formatted(result.openAlerts(), result.leads(), pause, result.seconds(), warmUp),
        line("list page (p95 asked: %d ms)".formatted(LIST_ASKED), result.list()),
        line("posting to the live stream's word", result.told()),
        line(
            "posting to the list fetched again (p95 asked: %d ms)".formatted(UPDATE_ASKED),
            result.shown()),
        "%d cores; load %.1f before, %.1f at the end, leads and hub and whatever else runs here; the console's process used %.2f cores"
            .formatted(
                result.cores(), result.loadBefore(), result.loadAfter(), result.consoleCores()));
  }

  private static String line(String what, Figures figures) {
    return "%s: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, longest %.0f ms, of %d"
        .formatted(
            what, figures.p50(), figures.p95(), figures.p99(), figures.max(), figures.count());
  }

  private static void say(PrintWriter err, String words) {
    err.println(words);
    err.flush();
  }
}
