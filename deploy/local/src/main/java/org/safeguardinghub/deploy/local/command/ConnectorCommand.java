package org.safeguardinghub.deploy.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What agencies' files would become. Needs no hub and changes nothing. */
@Command(
    name = "connector",
    mixinStandardHelpOptions = true,
    description = {
      "check a mapping file against a sample; see what any files of agencies would become; try an HTTP connector",
      "Of files nothing is taken in: the forms and the intake's own checks are asked, and no hub is needed."
    },
    subcommands = {ConnectorCheckCommand.class, ConnectorConformCommand.class})
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class ConnectorCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: check or conform");
  }
}
