package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.embedded.HubOptions;
import org.safeguardinghub.deploy.local.folder.DemoFolder;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.story.Story;
import org.safeguardinghub.deploy.local.story.StoryReport;
import org.safeguardinghub.deploy.local.story.StoryRun;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Starts a hub of its own, plays the shipped stories through the real connectors, says what came of
 * each.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "start a hub, play five invented stories through the real connectors, show the alerts",
      "The hub stays up so that you can sign in to the console. Each demo begins on a fresh folder."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class DemoCommand implements Callable<Integer> {
  private static final String DEFAULT_DATA = ".hub-demo";

  /** Where a demo keeps its data unless told otherwise. */
  static final Path DATA = Path.of(DEFAULT_DATA);

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder of the demo, made anew each time (default: ${DEFAULT-VALUE})",
      defaultValue = DEFAULT_DATA)
  private Path data;

  @Option(
      names = "--exit",
      description =
          "stop afterwards; exit code 0 only if every expected alert was raised and none other")
  private boolean exit;

  @Option(
      names = "--json",
      description = "print the result as one JSON document; progress goes to standard error")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter progress = json ? spec.commandLine().getErr() : out;
    InstantSource wall = InstantSource.system();
    long begun = System.nanoTime();
    DemoFolder.renew(data);
    List<Story> stories = StoryRun.shipped();
    Policy policy = PolicyFile.shipped(EventCatalogue.load());
    progress.println(
        "Starting a hub for the demo (broker, registry, PostgreSQL, mail server and six apps) ...");
    progress.flush();
    DemoTelling telling = new DemoTelling(progress, StoryRun.messages(stories));
    CountDownLatch stopped = new CountDownLatch(1);
    StopOnSignal onSignal = StopOnSignal.install(stopped);
    EmbeddedHub hub;
    try {
      hub = EmbeddedHub.start(HubOptions.in(data).withStory().withListener(telling::process));
      onSignal.started(hub);
    } finally {
      onSignal.startEnded();
    }
    Duration up = Duration.ofNanos(System.nanoTime() - begun);
    telling.ready(up);
    List<StoryReport> reports = StoryRun.play(hub, stories, policy, telling, wall);
    boolean asTold = reports.stream().allMatch(StoryReport::asTold);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (json) {
      out.println(result(hub, reports, policy, up, took, asTold));
      out.flush();
    } else {
      DemoReport.print(out, reports, policy, took);
      DemoReport.whereToLook(out, hub, exit);
    }
    if (exit) {
      hub.close();
      onSignal.closed();
      return asTold ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }
    stopped.await();
    return asTold ? ExitCode.DONE.code() : ExitCode.FAILED.code();
  }

  private static String result(
      EmbeddedHub hub,
      List<StoryReport> reports,
      Policy policy,
      Duration up,
      Duration took,
      boolean asTold)
      throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode result = mapper.createObjectNode();
    result.put("asTold", asTold);
    result.put("startSeconds", up.toMillis() / 1000.0);
    result.put("totalSeconds", took.toMillis() / 1000.0);
    result.put("policy", policy.id() + "/" + policy.version());
    result.set("stories", mapper.valueToTree(reports));
    result.set("patternsNotBuilt", mapper.valueToTree(policy.notBuilt()));
    hub.addresses().forEach(result.putObject("addresses")::put);
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(result);
  }
}
