package org.safeguardinghub.deploy.local.command;

import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
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
    return OwnHub.run(
        UnaryOperator.identity(),
        hub -> {
          hub.writeClassArchives();
          return ExitCode.DONE.code();
        });
  }
}
