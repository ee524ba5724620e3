package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.safeguardinghub.deploy.local.apps.ChosenConnectors;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.embedded.HubOptions;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.process.ChildStatus;
import org.safeguardinghub.deploy.local.process.ProcessEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a hub in the foreground and keeps it until Ctrl-C or {@code ./hub stop}. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "start the hub in the foreground; Ctrl-C or ./hub stop ends it")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class UpCommand implements Callable<Integer> {
  private static final int DEFAULT_BASE = 7400;

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--port-base",
      paramLabel = "N",
      defaultValue = "" + DEFAULT_BASE,
      description =
          "first of twelve loopback ports, 0 for any free ones (default: ${DEFAULT-VALUE})")
  private int portBase;

  @Option(
      names = "--apps",
      paramLabel = "NAME",
      split = ",",
      description = "apps to start (default: those of the default profile)")
  private @org.jspecify.annotations.Nullable List<String> apps;

  @Option(
      names = "--connectors",
      paramLabel = "NAME",
      split = ",",
      description = {
        "connectors to start beside them: social-care, agency, police, health, sftp; or none",
        "What is given is remembered with the data and holds for later starts without it."
      })
  private @org.jspecify.annotations.Nullable List<String> connectors;

  @Option(names = "--json", description = "print events and addresses as JSON, one per line")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    long begun = System.nanoTime();
    PrintWriter out = spec.commandLine().getOut();
    EventPrinter printer = new EventPrinter(out, json);
    HubOptions options = HubOptions.in(data.folder().root()).withListener(printer::print);
    if (portBase != 0) {
      options = options.withPortBase(portBase);
    }
    if (apps != null) {
      options = options.withApps(apps.toArray(String[]::new));
    }
    ChosenConnectors chosen = new ChosenConnectors(data.folder().root());
    List<String> wanted = wanted(chosen);
    options = options.withConnectors(wanted);
    CountDownLatch stopped = new CountDownLatch(1);
    StopOnSignal onExit = StopOnSignal.install(stopped);
    try {
      EmbeddedHub hub = EmbeddedHub.start(options);
      onExit.started(hub);
      if (connectors != null) {
        chosen.remember(wanted);
      }
      sayReady(out, hub, Duration.ofNanos(System.nanoTime() - begun));
    } finally {
      onExit.startEnded();
    }
    stopped.await();
    return ExitCode.DONE.code();
  }

  /** Those that are named; where none are, those of the last start, which is said. */
  private List<String> wanted(ChosenConnectors chosen) {
    if (connectors != null) {
      return ChosenConnectors.named(connectors);
    }
    List<String> last = apps == null ? chosen.last() : List.of();
    if (!last.isEmpty() && !json) {
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "  connectors as at the last start: %s (others, or none: --connectors NAME,...)%n",
          String.join(", ", last));
      out.flush();
    }
    return last;
  }

  private void sayReady(PrintWriter out, EmbeddedHub hub, Duration took) {
    long megabytes = (totalKb(hub) + Memory.ownKb(ProcessHandle.current().pid())) / 1024;
    LeftOutMappings leftOut =
        LeftOutMappings.of(hub.data(), hub.table().stream().map(ChildStatus::name).toList());
    if (json) {
      ObjectNode ready = new ObjectMapper().createObjectNode();
      ready.put("event", "hub-ready");
      ready.put("seconds", took.toMillis() / 1000.0);
      ready.put("residentMb", megabytes);
      hub.addresses().forEach(ready.putObject("addresses")::put);
      leftOut.into(ready.putArray("mappingsLeftOut"));
      out.println(ready);
    } else {
      out.printf(
          "%nThe hub is ready after %.1f s, all processes together %d MB.%n",
          took.toMillis() / 1000.0, megabytes);
      hub.addresses().forEach((name, where) -> out.printf("  %-14s %s%n", name, where));
      leftOut.lines().forEach(out::println);
      out.printf("Ctrl-C stops it.%n");
    }
    out.flush();
  }

  private static long totalKb(EmbeddedHub hub) {
    return hub.table().stream()
        .mapToLong(ChildStatus::pid)
        .filter(pid -> pid > 0)
        .map(Memory::residentKb)
        .sum();
  }

  /** Kept beside the command: only it prints. */
  private record EventPrinter(PrintWriter out, boolean json) {
    private static final long LEAST_FREE_BYTES = 20L * 1024 * 1024;
    private static final String DISK_FULL =
        "\n  the disk is full: free some space; nothing that was accepted is lost, it goes on by itself";

    void print(ProcessEvent event) {
      String text = json ? asJson(event) : asLine(event);
      if (!text.isEmpty()) {
        synchronized (out) {
          out.println(text);
          out.flush();
        }
      }
    }

    private static String asLine(ProcessEvent event) {
      return switch (event) {
        case ProcessEvent.Starting(String name, long pid) -> "";
        case ProcessEvent.Ready(String name, long pid, Duration took) ->
            "  %-10s ready after %4.1f s (process %d)".formatted(name, seconds(took), pid);
        case ProcessEvent.StepDone(String name, Duration took) ->
            "  %s: %.1f s".formatted(name, seconds(took));
        case ProcessEvent.Crashed(String name, int exit, Duration in, java.nio.file.Path log) ->
            "  %s ended unexpectedly (exit code %d), restarting in %.1f s; its log: %s%s"
                .formatted(name, exit, seconds(in), log, diskFull(log) ? DISK_FULL : "");
        case ProcessEvent.Stopped(String name, Duration took, boolean killed) ->
            "  %-10s %s after %.1f s".formatted(name, killed ? "killed" : "stopped", seconds(took));
        case ProcessEvent.LeftoverEnded(String name, long pid) ->
            "  ended %s (process %d), left over from a hub that was killed".formatted(name, pid);
      };
    }

    private static String asJson(ProcessEvent event) {
      ObjectNode node = new ObjectMapper().createObjectNode();
      switch (event) {
        case ProcessEvent.Starting(String name, long pid) ->
            node.put("event", "starting").put("name", name).put("pid", pid);
        case ProcessEvent.Ready(String name, long pid, Duration took) ->
            node.put("event", "ready")
                .put("name", name)
                .put("pid", pid)
                .put("seconds", seconds(took));
        case ProcessEvent.StepDone(String name, Duration took) ->
            node.put("event", "step").put("name", name).put("seconds", seconds(took));
        case ProcessEvent.Crashed(String name, int exit, Duration in, java.nio.file.Path log) ->
            node.put("event", "crashed")
                .put("name", name)
                .put("exitCode", exit)
                .put("log", log.toString());
        case ProcessEvent.Stopped(String name, Duration took, boolean killed) ->
            node.put("event", "stopped").put("name", name).put("killed", killed);
        case ProcessEvent.LeftoverEnded(String name, long pid) ->
            node.put("event", "leftover-ended").put("name", name).put("pid", pid);
      }
      return node.toString();
    }

    private static boolean diskFull(java.nio.file.Path file) {
      return file.toFile().getUsableSpace() < LEAST_FREE_BYTES;
    }

    private static double seconds(Duration took) {
      return took.toMillis() / 1000.0;
    }
  }
}
