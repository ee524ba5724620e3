package org.safeguardinghub.deploy.local.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.deploy.local.policy.HeldFindings;
import org.safeguardinghub.deploy.local.policy.PolicyAccess;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.schemas.HeldFindingRecord;
import org.safeguardinghub.schemas.HeldRulingDecision;
import org.safeguardinghub.schemas.HeldRulingRecord;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rules on what a change of policy found: it is told, or it is not. */
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
abstract class PolicyRulingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @ArgGroup(multiplicity = "1")
  private Chosen chosen;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "why; it is sealed")
  private String reason;

  @Option(names = "--dry-run", description = "count what it would be, write nothing")
  private boolean dryRun;

  private final HeldRulingDecision decision;
  private final String done;

  PolicyRulingCommand(HeldRulingDecision decision, String done) {
    this.decision = decision;
    this.done = done;
  }

  /** Which of those that wait. */
  static final class Chosen {
    @Option(names = "--pattern", paramLabel = "P", description = "all of one pattern, like P05")
    private @Nullable String pattern;

    @Option(names = "--finding", paramLabel = "ID", description = "one finding")
    private @Nullable String finding;

    @Option(names = "--all", description = "all of them")
    private boolean all;

    boolean has(HeldFindingRecord held) {
      return all
          || held.getFinding().getPattern().equals(pattern)
          || held.getFinding().getFindingId().equals(finding);
    }
  }

  @Override
  public Integer call() {
    if (reason.isBlank()) {
      throw new StartRefused(ExitCode.USAGE, "--reason is empty: say why in a few words");
    }
    RunningHub running = RunningHub.on(data.folder());
    PolicyAccess hub = running.policy();
    HeldFindings waiting = hub.held().waiting(chosen::has);
    PrintWriter out = spec.commandLine().getOut();
    PolicyHeldCommand.print(out, waiting);
    if (waiting.all().isEmpty()) {
      out.println("Nothing that was named waits: look at ./hub policy held");
      out.flush();
      return ExitCode.FAILED.code();
    }
    if (dryRun) {
      out.println("Nothing was written.");
    } else {
      hub.rule(rulings(running, waiting.all(), hub.now()));
      out.println(done);
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private List<HeldRulingRecord> rulings(
      RunningHub running, List<HeldFindingRecord> findings, Instant now) {
    HubKeys keys =
        HubKeys.load(running.data().secrets().resolve("keys.json"))
            .subset(Set.of(HubKeys.REASON), false);
    return findings.stream().map(held -> ruling(keys, held, now)).toList();
  }

  private HeldRulingRecord ruling(HubKeys keys, HeldFindingRecord held, Instant now) {
    String id = UUID.randomUUID().toString();
    return HeldRulingRecord.newBuilder()
        .setRulingId(id)
        .setSubject(held.getSubject())
        .setFindingId(held.getFinding().getFindingId())
        .setDecision(decision)
        .setReason(SealedCodec.toRecord(keys.sealText(HubKeys.REASON, id, reason)))
        .setBy(System.getProperty("user.name", "unknown"))
        .setAt(now)
        .build();
  }

  /** It is told to whom it is for. */
  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      description = {
        "let findings of a policy change go to the people whom they are for; prints the counts first",
        "Exit code 0: done; 1: nothing that was named waits."
      })
  static final class Release extends PolicyRulingCommand {
    Release() {
      super(HeldRulingDecision.RELEASE, "Released: their owners are told now.");
    }
  }

  /** It is told to nobody. */
  @Command(
      name = "decline",
      mixinStandardHelpOptions = true,
      description = {
        "decide that nobody is told of findings of a policy change; prints the counts first",
        "A new event that strengthens one of them raises it all the same.",
        "Exit code 0: done; 1: nothing that was named waits."
      })
  static final class Decline extends PolicyRulingCommand {
    Decline() {
      super(HeldRulingDecision.DECLINE, "Declined: nobody is told, unless something new happens.");
    }
  }
}
