package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.policy.PolicyAccess;
import org.safeguardinghub.risk.policy.version.PolicyVersion;
import org.safeguardinghub.risk.policy.version.PolicyVersions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The versions on a running hub. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "list the policy versions of a running hub: dates, who published them, which holds")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class PolicyListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--json", description = "print it as JSON")
  private boolean json;

  @Override
  public Integer call() {
    PolicyAccess hub = RunningHub.on(data.folder()).policy();
    PolicyVersions versions = hub.versions();
    Instant now = hub.now();
    Optional<PolicyVersion> active = versions.inForce(now);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      versions
          .all()
          .forEach(
              version -> write(all.addObject(), version).put("state", state(version, active, now)));
      out.println(all.toPrettyString());
    } else {
      out.printf("%-28s %-8s %-22s %-22s %s%n", "policy", "state", "from", "published", "by");
      versions
          .all()
          .forEach(
              version ->
                  out.printf(
                      "%-28s %-8s %-22s %-22s %s%n",
                      version.name(),
                      state(version, active, now),
                      version.effectiveFrom(),
                      version.publishedAt(),
                      version.publishedBy()));
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private static String state(PolicyVersion version, Optional<PolicyVersion> active, Instant now) {
    if (active.filter(version::equals).isPresent()) {
      return "active";
    }
    return version.effectiveFrom().isAfter(now) ? "planned" : "past";
  }

  static ObjectNode write(ObjectNode json, PolicyVersion version) {
    return json.put("policy", version.policyId())
        .put("version", version.version())
        .put("effectiveFrom", version.effectiveFrom().toString())
        .put("sha256", version.sha256())
        .put("publishedAt", version.publishedAt().toString())
        .put("publishedBy", version.publishedBy());
  }
}
