package org.safeguardinghub.deploy.local.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.FolderLock;
import org.safeguardinghub.deploy.local.process.PidFiles;
import org.safeguardinghub.deploy.local.process.Signals;
import org.safeguardinghub.deploy.local.process.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the hub of a data folder and whatever a killed one left behind. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = "stop the hub of a data folder, in order")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class StopCommand implements Callable<Integer> {
  private static final Duration WITHIN = Duration.ofSeconds(90);

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    DataFolder folder = data.folder();
    Optional<ProcessHandle> holder = FolderLock.holder(folder);
    boolean found = holder.isPresent();
    if (holder.isPresent()) {
      long begun = System.nanoTime();
      boolean killed = Signals.end(holder.get(), "TERM", WITHIN);
      out.printf(
          "hub: the hub on %s %s after %.1f s%n",
          folder.root(), killed ? "was killed" : "stopped", (System.nanoTime() - begun) / 1e9);
    }
    PidFiles pids = new PidFiles(folder.run());
    if (!pids.living().isEmpty()) {
      found = true;
      Supervisor.endLeftovers(
          pids,
          event ->
              out.printf("hub: ended %s, left over from a hub that was killed%n", event.name()));
    }
    if (!found) {
      out.printf("hub: no hub runs on %s%s%n", folder.root(), RunningHub.elsewhere());
    }
    out.flush();
    return ExitCode.DONE.code();
  }
}
