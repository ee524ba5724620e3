package org.safeguardinghub.deploy.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.risk.replay.Replay;
import org.safeguardinghub.risk.replay.ReplayReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Evaluates history again from the topics of a running hub. It can write nothing. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "evaluate history again from the topics of a running hub, show what differs from what was live",
      "Exit code 0: no difference; 1: the replay differs."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class ReplayCommand implements Callable<Integer> {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "first day on which the decisions to report were taken, like 2026-03-20")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "last such day")
  private @Nullable LocalDate to;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "a candidate policy (default: the one that decided)")
  private @Nullable Path policy;

  @Option(names = "--json", description = "print it as JSON")
  private boolean json;

  @Override
  public Integer call() {
    RunningHub hub = RunningHub.on(data.folder());
    Path candidate = policy;
    if (candidate != null && !Files.isReadable(candidate)) {
      throw new StartRefused(ExitCode.USAGE, "cannot read the policy file " + candidate);
    }
    HubKeys keys =
        HubKeys.load(hub.data().secrets().resolve("keys.json"))
            .subset(Set.of(HubKeys.DATE_OF_BIRTH, HubKeys.REASON), true);
    LocalDate first = from;
    LocalDate last = to;
    if (first != null && last != null && last.isBefore(first)) {
      throw new StartRefused(
          ExitCode.USAGE, "--to %s lies before --from %s: exchange them".formatted(last, first));
    }
    ReplayReport report =
        Replay.run(
            hub.kafka(Principals.ANALYST),
            keys,
            first == null ? null : startOf(first),
            last == null ? null : startOf(last.plusDays(1)),
            Optional.ofNullable(candidate));
    spec.commandLine().getOut().println(json ? report.json() : report.text());
    spec.commandLine().getOut().flush();
    return report.same() ? ExitCode.DONE.code() : ExitCode.FAILED.code();
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(LONDON).toInstant();
  }
}
