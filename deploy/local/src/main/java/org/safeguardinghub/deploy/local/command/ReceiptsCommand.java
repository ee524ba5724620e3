package org.safeguardinghub.deploy.local.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.apps.Feed;
import org.safeguardinghub.deploy.local.apps.OwnFeeds;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.quarantine.DeskAccess;
import org.safeguardinghub.deploy.local.quarantine.DeskTables;
import org.safeguardinghub.kernel.quarantine.DayCount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What became of what was received. */
@Command(
    name = "receipts",
    mixinStandardHelpOptions = true,
    description = "what became of what was received, and whether it adds up",
    subcommands = ReceiptsCommand.Reconcile.class)
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class ReceiptsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: reconcile");
  }

  /** A day of a running hub, feed by feed. */
  @Command(
      name = "reconcile",
      mixinStandardHelpOptions = true,
      description = {
        "count what each feed sent on a day in London and what became of it",
        "received = accepted + repeated + refused; refused = waiting + resubmitted + at source (no",
        "message was made of it, its sender mends it) at the quarantine desk; accepted = attributed +",
        "pending identity + under way. What was counted as it came in is compared with the receipts that",
        "are kept. Exit code 1 if anything is out."
      })
  static final class Reconcile implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Option(
        names = "--day",
        paramLabel = "DATE",
        converter = DayConverter.class,
        description = "the day (default: today, by the hub's clock)")
    private @Nullable LocalDate day;

    @Option(names = "--agency", paramLabel = "CODE", description = "this agency's feed only")
    private @Nullable String agency;

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    @Override
    public Integer call() {
      DeskAccess desk = RunningHub.on(data.folder()).quarantine();
      LocalDate on = day;
      if (on == null) {
        on = LocalDate.ofInstant(desk.now(), QuarantineCommand.LONDON);
      }
      String only = agency;
      List<DayCount> counts =
          desk.day(on).stream().filter(count -> only == null || count.feed().equals(only)).toList();
      if (only != null && counts.isEmpty() && !feeds().contains(only)) {
        throw new ParameterException(
            spec.commandLine(), "there is no feed " + only + ": ./hub feed list names all");
      }
      boolean holds = counts.stream().allMatch(count -> count.faults().isEmpty());
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(DeskTables.json(counts).toPrettyString());
      } else {
        out.print(DeskTables.table(counts));
        out.println(on + (holds ? " adds up" : " does not add up"));
      }
      out.flush();
      return (holds ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    private List<String> feeds() {
      return new OwnFeeds(data.folder().root()).all().stream().map(Feed::name).toList();
    }
  }
}
