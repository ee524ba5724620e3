package org.safeguardinghub.deploy.local;

import org.safeguardinghub.deploy.local.command.AuditCommand;
import org.safeguardinghub.deploy.local.command.BenchCommand;
import org.safeguardinghub.deploy.local.command.CommandErrors;
import org.safeguardinghub.deploy.local.command.ConnectorCommand;
import org.safeguardinghub.deploy.local.command.DemoCommand;
import org.safeguardinghub.deploy.local.command.DirectoryCommand;
import org.safeguardinghub.deploy.local.command.FeedCommand;
import org.safeguardinghub.deploy.local.command.GenerateCommand;
import org.safeguardinghub.deploy.local.command.MatchCommand;
import org.safeguardinghub.deploy.local.command.PolicyCommand;
import org.safeguardinghub.deploy.local.command.PrepareCommand;
import org.safeguardinghub.deploy.local.command.QuarantineCommand;
import org.safeguardinghub.deploy.local.command.ReceiptsCommand;
import org.safeguardinghub.deploy.local.command.ReplayCommand;
import org.safeguardinghub.deploy.local.command.ScenarioCommand;
import org.safeguardinghub.deploy.local.command.SftpCommand;
import org.safeguardinghub.deploy.local.command.StatusCommand;
import org.safeguardinghub.deploy.local.command.StopCommand;
import org.safeguardinghub.deploy.local.command.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code ./hub}. Every sub-command is registered here and nowhere else. */
@Command(
    name = "hub",
    mixinStandardHelpOptions = true,
    version = "Safeguarding Hub 0.1.0-SNAPSHOT",
    description = "The Safeguarding Hub on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      StopCommand.class,
      StatusCommand.class,
      ScenarioCommand.class,
      MatchCommand.class,
      GenerateCommand.class,
      ReplayCommand.class,
      PolicyCommand.class,
      ConnectorCommand.class,
      FeedCommand.class,
      SftpCommand.class,
      QuarantineCommand.class,
      ReceiptsCommand.class,
      DirectoryCommand.class,
      AuditCommand.class,
      BenchCommand.class,
      PrepareCommand.class
    },
    footer = {
      "",
      "  test    everything that CI runs (./hub test --help)",
      "",
      "Data is kept in .hub unless --data names another folder. ./hub COMMAND --help says more."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:something failed; the message says what",
      "2:wrong command or option",
      "3:a hub already runs on this data folder",
      "4:the machine is in the way: taken port, full disk, missing permission or program",
      "5:the data folder is damaged, foreign or of another version",
      "6:no hub runs on this data folder"
    })
public final class HubCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets spec
  private HubCommand() {}

  public static void main(String[] args) {
    System.setProperty(
        "logback.configurationFile", "org/safeguardinghub/deploy/local/logback-command.xml");
    System.exit(commandLine().execute(args));
  }

  /** The whole command line; also what tests drive. */
  public static CommandLine commandLine() {
    return new CommandLine(new HubCommand())
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(CommandErrors::handle);
  }

  @Override
  public void run() {
    if (spec.commandLine().getParseResult().hasSubcommand()) {
      throw new ParameterException(spec.commandLine(), "unknown command");
    }
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
