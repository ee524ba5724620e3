package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the processes and addresses of a running hub. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "show the processes and addresses of a running hub")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--json", description = "print it as JSON")
  private boolean json;

  @Override
  public Integer call() {
    JsonNode status = RunningHub.on(data.folder()).status();
    PrintWriter out = spec.commandLine().getOut();
    withMemory(status);
    LeftOutMappings leftOut =
        LeftOutMappings.of(data.folder(), status.path("processes").findValuesAsText("name"));
    if (json) {
      leftOut.into(((ObjectNode) status).putArray("mappingsLeftOut"));
      out.println(status.toPrettyString());
    } else {
      print(out, status);
      leftOut.lines().forEach(out::println);
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private static void withMemory(JsonNode status) {
    long total = Memory.ownKb(status.path("pid").asLong());
    for (JsonNode process : status.path("processes")) {
      long kb =
          process.path("pid").asLong() > 0 ? Memory.residentKb(process.path("pid").asLong()) : 0;
      total += kb;
      ((ObjectNode) process).put("residentMb", kb / 1024);
    }
    ((ObjectNode) status).put("residentMb", total / 1024);
  }

  private static void print(PrintWriter out, JsonNode status) {
    out.printf("%-10s %8s %-10s %10s %8s %8s%n", "process", "pid", "state", "up", "restarts", "MB");
    for (JsonNode process : status.path("processes")) {
      out.printf(
          "%-10s %8d %-10s %10s %8d %8d%n",
          process.path("name").asText(),
          process.path("pid").asLong(),
          process.path("state").asText().toLowerCase(java.util.Locale.ROOT),
          since(process.path("since").asText()),
          process.path("restarts").asInt(),
          process.path("residentMb").asLong());
    }
    out.printf(
        "all together %d MB (the supervisor included)%n", status.path("residentMb").asLong());
    status
        .path("addresses")
        .properties()
        .forEach(where -> out.printf("  %-14s %s%n", where.getKey(), where.getValue().asText()));
  }

  private static String since(String instant) {
    Duration up =
        Duration.between(Instant.parse(instant), java.time.InstantSource.system().instant());
    return up.toHours() > 0
        ? "%d h %d min".formatted(up.toHours(), up.toMinutesPart())
        : "%d min %d s".formatted(up.toMinutes(), up.toSecondsPart());
  }
}
