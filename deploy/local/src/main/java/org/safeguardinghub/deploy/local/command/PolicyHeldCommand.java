package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.policy.HeldFindings;
import org.safeguardinghub.schemas.HeldFindingRecord;
import org.safeguardinghub.schemas.HeldState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a change of policy found and nobody was told. Says neither who nor where. */
@Command(
    name = "held",
    mixinStandardHelpOptions = true,
    description = {
      "count what a change of policy found and what waits for release",
      "Nobody is told of it until it is released (./hub policy release)."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class PolicyHeldCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--findings", description = "also list the findings, one line each")
  private boolean findings;

  @Option(names = "--json", description = "print it as JSON")
  private boolean json;

  @Override
  public Integer call() {
    HeldFindings all = RunningHub.on(data.folder()).policy().held();
    HeldFindings waiting = all.in(HeldState.WAITING);
    int declined = all.in(HeldState.DECLINED).all().size();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(waiting, declined).toPrettyString());
    } else {
      print(out, waiting);
      out.printf("declined: %d%n", declined);
      if (findings) {
        waiting.all().forEach(held -> out.println(line(held)));
      }
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  static void print(PrintWriter out, HeldFindings waiting) {
    int count = waiting.all().size();
    out.printf(
        "%d %s for release, %d of them urgent (S1)%n",
        count, count == 1 ? "finding waits" : "findings wait", waiting.urgent());
    for (HeldFindings.Count one : waiting.counts()) {
      out.printf(
          "  %-4s %4d (%d S1)  %s, found by version %d%n",
          one.pattern(), one.waiting(), one.urgent(), one.title(), one.policyVersion());
    }
  }

  private static String line(HeldFindingRecord held) {
    return "  %s %s %s %s since %s"
        .formatted(
            held.getFinding().getFindingId(),
            held.getFinding().getPattern(),
            held.getFinding().getSeverity(),
            held.getKind().name().toLowerCase(java.util.Locale.ROOT),
            held.getSince());
  }

  private static ObjectNode json(HeldFindings waiting, int declined) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("waiting", waiting.all().size());
    json.put("urgent", waiting.urgent());
    json.put("declined", declined);
    ArrayNode patterns = json.putArray("patterns");
    for (HeldFindings.Count one : waiting.counts()) {
      patterns
          .addObject()
          .put("pattern", one.pattern())
          .put("title", one.title())
          .put("policyVersion", one.policyVersion())
          .put("waiting", one.waiting())
          .put("urgent", one.urgent());
    }
    ArrayNode each = json.putArray("findings");
    for (HeldFindingRecord held : waiting.all()) {
      each.addObject()
          .put("findingId", held.getFinding().getFindingId())
          .put("pattern", held.getFinding().getPattern())
          .put("severity", held.getFinding().getSeverity().name())
          .put("kind", held.getKind().name())
          .put("policyVersion", held.getPolicyVersion())
          .put("since", held.getSince().toString());
    }
    return json;
  }
}
