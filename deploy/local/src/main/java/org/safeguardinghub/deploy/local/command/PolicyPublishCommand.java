package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.policy.PolicyAccess;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.version.PolicyVersion;
import org.safeguardinghub.risk.policy.version.PolicyVersions.Publication;
import org.safeguardinghub.risk.topology.risk.PolicyPublication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a policy version on a running hub. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "publish a policy file on a running hub; it holds from its date on, by the hub's clock",
      "A date that has passed means at once. What only the new version finds is held until an",
      "administrator releases it (./hub policy held). A published version never changes.",
      "Exit code 0: published, or there already; 1: refused, or the file has faults."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class PolicyPublishCommand implements Callable<Integer> {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "FILE", description = "the policy file")
  private Path file;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "first day on which it holds, like 2026-03-20, or 'now' (default: the file's)")
  private @Nullable String from;

  @Option(names = "--dry-run", description = "say what would happen, write nothing")
  private boolean dryRun;

  @Option(names = "--json", description = "print it as JSON")
  private boolean json;

  @Override
  public Integer call() {
    Policy policy = PolicyCommand.sound(file, EventCatalogue.load());
    LocalDate day = from == null ? policy.effectiveFrom() : day(from);
    PolicyAccess hub = RunningHub.on(data.folder()).policy();
    Instant now = hub.now();
    String yaml = PolicyCommand.text(file);
    PolicyVersion wanted =
        new PolicyVersion(
            policy.id(),
            policy.version(),
            day == null ? now : day.atStartOfDay(LONDON).toInstant(),
            PolicyPublication.sha256(yaml),
            now,
            System.getProperty("user.name", "unknown"));
    Publication answer = hub.versions().publish(wanted);
    if (answer instanceof Publication.Accepted(PolicyVersion version) && !dryRun) {
      hub.publish(version, yaml);
    }
    spec.commandLine().getOut().println(json ? json(answer) : text(answer, now));
    spec.commandLine().getOut().flush();
    return answer instanceof Publication.Refused ? ExitCode.FAILED.code() : ExitCode.DONE.code();
  }

  private static @Nullable LocalDate day(String text) {
    return text.equals("now") ? null : new DayConverter().convert(text);
  }

  private String text(Publication answer, Instant now) {
    return switch (answer) {
      case Publication.Accepted(PolicyVersion version) ->
          "%s %s; it holds %s."
              .formatted(
                  version.name(),
                  dryRun ? "would be published" : "is published",
                  version.effectiveFrom().isAfter(now)
                      ? "from " + version.effectiveFrom().atZone(LONDON).toLocalDateTime() + " on"
                      : "at once");
      case Publication.ThereAlready(PolicyVersion version) ->
          version.name() + " is published already, with the same content. Nothing was written.";
      case Publication.Refused refused -> refused.why() + " " + refused.whatToDo();
    };
  }

  private String json(Publication answer) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    PolicyVersion version =
        switch (answer) {
          case Publication.Accepted(PolicyVersion accepted) -> {
            json.put("outcome", dryRun ? "WOULD_PUBLISH" : "PUBLISHED");
            yield accepted;
          }
          case Publication.ThereAlready(PolicyVersion there) -> {
            json.put("outcome", "THERE_ALREADY");
            yield there;
          }
          case Publication.Refused refused -> {
            json.put("outcome", "REFUSED");
            json.put("why", refused.why());
            json.put("whatToDo", refused.whatToDo());
            yield refused.there();
          }
        };
    PolicyListCommand.write(json, version);
    return json.toPrettyString();
  }
}
