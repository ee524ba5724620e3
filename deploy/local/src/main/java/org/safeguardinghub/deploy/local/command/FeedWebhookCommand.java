package org.safeguardinghub.deploy.local.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.intake.feedback.Receiver;
import org.safeguardinghub.deploy.local.apps.OwnFeedback;
import org.safeguardinghub.deploy.local.apps.OwnFeeds;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether an agency is told that the answer of one of its receipts has changed. */
@Command(
    name = "webhook",
    mixinStandardHelpOptions = true,
    description = {
      "tell an agency at an address of its own, from the next start on, that what was decided on one"
          + " of its receipts has changed; what it is, it asks its receipt",
      "Prints the secret of the signatures, once. The same again makes a new one.",
      "Exit code 0: done; 1: there is no such feed, or it was not told; 2: it cannot be such an address."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class FeedWebhookCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(index = "0", paramLabel = "CODE", description = "the feed")
  private String code;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "URL",
      description = "where it is told: https, or http to this machine")
  private @Nullable String url;

  @Option(names = "--off", description = "tell it no more from the next start on")
  private boolean off;

  @Override
  public Integer call() {
    @Nullable String to = url;
    if (off == (to != null)) {
      throw new StartRefused(ExitCode.USAGE, "give either an address or --off");
    }
    OwnFeedback feedback = new OwnFeedback(data.made().root());
    return (to == null ? off(feedback) : tell(feedback, to)).code();
  }

  private ExitCode off(OwnFeedback feedback) {
    boolean gone = feedback.off(code);
    say(
        gone
            ? "%s is told no more from the next start on%n".formatted(code)
            : "%s was not told%n".formatted(code));
    return gone ? ExitCode.DONE : ExitCode.FAILED;
  }

  private ExitCode tell(OwnFeedback feedback, String to) {
    Receiver.fault(to)
        .ifPresent(
            why -> {
              throw new StartRefused(ExitCode.USAGE, why);
            });
    if (new OwnFeeds(data.made().root()).all().stream().noneMatch(f -> f.name().equals(code))) {
      say("there is no feed named %s: ./hub feed list%n".formatted(code));
      return ExitCode.FAILED;
    }
    String secret = feedback.tell(code, to);
    say(
        """
        %s is told from the next start on: ./hub stop, then ./hub up
          secret  %s
        It is shown this once. Hand it to the agency by a way that nobody else reads: with it the
        agency checks that a message is the hub's (Standard Webhooks). One that it had before holds
        no more from then on.
        """
            .formatted(code, secret));
    return ExitCode.DONE;
  }

  private void say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
