package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.deploy.local.story.Identity;
import org.safeguardinghub.deploy.local.story.Story;
import org.safeguardinghub.deploy.local.story.StoryFault;
import org.safeguardinghub.deploy.local.story.StoryReport;
import org.safeguardinghub.deploy.local.story.StoryRun;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays story files and compares what follows with what they expect. */
@Command(
    name = "scenario",
    mixinStandardHelpOptions = true,
    description = {
      "play story files, compare what follows with what they expect",
      "Through the pure rules, in a moment; with --live through a hub that is started for it.",
      "Exit code 0: every story went as told; 1: one did not; 2: a file cannot be read."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class ScenarioCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "story files (default: those that come with the project)")
  private @Nullable List<Path> files;

  @Option(names = "--live", description = "through a real hub: broker, connectors, streams")
  private boolean live;

  @Option(
      names = "--identity",
      paramLabel = "story|hub",
      defaultValue = "story",
      description = {
        "who says who is who: the story (default), or the hub from what senders claimed;",
        "then a steward answers what it asks after one working day"
      })
  private Identity identity;

  @Option(names = "--json", description = "print the result as one JSON document")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    long begun = System.nanoTime();
    PrintWriter out = spec.commandLine().getOut();
    Policy policy = PolicyFile.shipped(EventCatalogue.load());
    List<Story> stories = stories();
    List<StoryReport> reports =
        live ? live(stories, policy) : StoryRun.playPure(stories, policy, identity);
    boolean asTold = reports.stream().allMatch(StoryReport::asTold);
    if (json) {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode result = mapper.createObjectNode();
      result.put("asTold", asTold);
      result.set("stories", mapper.valueToTree(reports));
      out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(result));
    } else {
      DemoReport.print(out, reports, policy, Duration.ofNanos(System.nanoTime() - begun));
    }
    out.flush();
    return asTold ? ExitCode.DONE.code() : ExitCode.FAILED.code();
  }

  private List<Story> stories() {
    List<Path> named = files;
    if (named == null || named.isEmpty()) {
      return StoryRun.shipped();
    }
    try {
      return named.stream().map(StoryRun::read).toList();
    } catch (StoryFault fault) {
      throw new StartRefused(ExitCode.USAGE, String.valueOf(fault.getMessage()));
    }
  }

  private List<StoryReport> live(List<Story> stories, Policy policy) throws Exception {
    DemoTelling telling = new DemoTelling(spec.commandLine().getErr(), StoryRun.messages(stories));
    return OwnHub.run(
        options -> options.withStory().withListener(telling::process),
        hub ->
            StoryRun.playByHttp(hub, stories, policy, telling, InstantSource.system(), identity));
  }
}
