package org.safeguardinghub.deploy.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.embedded.HubOptions;
import org.safeguardinghub.deploy.local.folder.DemoFolder;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import picocli.CommandLine.Command;

/**
 * The last step of a build: starts a hub on a folder of its own, writes down which classes each
 * process has loaded, and stops it. Run by the launcher, not by a person.
 */
@Command(
    name = "prepare",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "the last step of a build: write the class data archives of every process")
public final class PrepareCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("hub-prepare");
    StopOnSignal onSignal = StopOnSignal.install(new CountDownLatch(1));
    try (EmbeddedHub hub = EmbeddedHub.start(HubOptions.in(folder.resolve("data")))) {
      onSignal.started(hub);
      onSignal.startEnded();
      hub.writeClassArchives();
    } finally {
      onSignal.startEnded();
      onSignal.closed();
      DemoFolder.remove(folder);
    }
    return ExitCode.DONE.code();
  }
}
