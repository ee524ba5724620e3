package org.safeguardinghub.deploy.local.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.safeguardinghub.connectors.intake.feedback.Receivers;
import org.safeguardinghub.deploy.local.apps.Feed;
import org.safeguardinghub.deploy.local.apps.OwnFeedback;
import org.safeguardinghub.deploy.local.apps.OwnFeeds;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which agencies may send. */
@Command(
    name = "feed",
    mixinStandardHelpOptions = true,
    description = {
      "the agencies that may send to the hub, each with a token, a topic and a drop folder of its own",
      "A change holds from the next start of the hub on."
    },
    subcommands = {
      FeedCommand.Add.class,
      FeedCommand.All.class,
      FeedCommand.Remove.class,
      FeedWebhookCommand.class
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class FeedCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: add, list, remove or webhook");
  }

  /** What an agency may be. */
  private static final class Families implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return OwnFeeds.families().iterator();
    }
  }

  /** Lets an agency send. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = {
        "let an agency send from the next start on",
        "Exit code 0: it is added; 1: there is a feed of that name; 2: it cannot be such a feed."
      })
  static final class Add implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Parameters(
        index = "0",
        paramLabel = "CODE",
        description = "small letters, digits and hyphens; it is the agency's code too")
    private String code;

    @Option(
        names = "--name",
        required = true,
        paramLabel = "TEXT",
        description = "what people call the agency")
    private String name;

    @Option(
        names = "--family",
        required = true,
        paramLabel = "CODE",
        completionCandidates = Families.class,
        description = "what kind of agency it is: ${COMPLETION-CANDIDATES}")
    private String family;

    @Option(
        names = "--silent-after",
        paramLabel = "HOURS",
        defaultValue = "168",
        description = "it counts as silent after so long (default: ${DEFAULT-VALUE})")
    private int hours;

    @Override
    public Integer call() {
      DataFolder folder = data.made();
      Feed feed = new Feed(code, name, family, hours);
      OwnFeeds.fault(feed)
          .ifPresent(
              why -> {
                throw new StartRefused(ExitCode.USAGE, why);
              });
      PrintWriter out = spec.commandLine().getOut();
      boolean added = new OwnFeeds(folder.root()).add(feed);
      if (added) {
        out.printf("%s may send from the next start on: ./hub stop, then ./hub up%n", code);
        out.printf(
            "  over HTTPS  with the token in %s%n",
            folder.secrets().resolve("tokens").resolve(code));
        out.printf(
            "  files       with a mapping file: into %s%n",
            folder.root().resolve("apps/agency/drop").resolve(code).resolve("in"));
        out.printf(
            "              (./hub up --connectors agency; other forms: see each connector)%n");
        out.printf("  by SFTP     ./hub sftp add %s FILE%n", code);
        out.printf("Its people and its name on the pages: ./hub directory export, add, import%n");
      } else {
        out.printf("there is a feed named %s already%n", code);
      }
      out.flush();
      return added ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }
  }

  /** Who may send. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description =
          "every feed: code, family, hours after which it is silent, name, and where it is told of"
              + " answers, if it wants that")
  static final class All implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      Path root = data.made().root();
      Receivers receivers = new OwnFeedback(root).receivers();
      for (Feed feed : new OwnFeeds(root).all()) {
        // The host alone: the rest of an address may hold a secret of the agency's own.
        String told =
            receivers
                .of(feed.name())
                .map(one -> "  (webhook to " + one.url().reveal().getHost() + ")")
                .orElse("");
        out.printf(
            "%-28s %-4s %4d h  %s%s%n",
            feed.name(), feed.family(), feed.silentAfterHours(), feed.title(), told);
      }
      out.flush();
      return ExitCode.DONE.code();
    }
  }

  /** Shuts one out. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = {
        "take nothing more from a feed that was added, from the next start on; what it sent stays",
        "Exit code 0: taken away; 1: none of that name was added."
      })
  static final class Remove implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Parameters(index = "0", paramLabel = "CODE", description = "the feed")
    private String code;

    @Override
    public Integer call() {
      Path root = data.made().root();
      boolean gone = new OwnFeeds(root).remove(code);
      if (gone) {
        new OwnFeedback(root).off(code);
      }
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          gone
              ? "nothing more is taken from %s from the next start on%n"
              : "no feed named %s was added%n",
          code);
      out.flush();
      return gone ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }
  }
}
