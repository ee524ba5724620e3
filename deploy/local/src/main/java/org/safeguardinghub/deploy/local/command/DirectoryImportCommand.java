package org.safeguardinghub.deploy.local.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.people.DirectoryDifference;
import org.safeguardinghub.console.people.Term;
import org.safeguardinghub.deploy.local.directory.DirectoryAccess;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a running hub another directory, after showing what that changes. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "give a running hub the directory of a file; what that changes is shown first",
      "A file that ends in .csv is one of the tables of 'export --csv', a folder several of them: a",
      "table replaces its rows, what it has no column for stays as it is, other tables stay whole.",
      "Newcomers get a first password (./hub status names the file). The change is recorded with",
      "your account on this machine, the time and the reason.",
      "Exit code 0: imported, or nothing to change; 1: refused, declined, or the file has faults."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class DirectoryImportCommand implements Callable<Integer> {
  private static final int REASON_MAX = 500;

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(
      paramLabel = "FILE",
      description = "the directory file (YAML), a table of it (.csv), or a folder of tables")
  private Path file;

  @Option(names = "--dry-run", description = "show what would change, write nothing")
  private boolean dryRun;

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why; needed unless --dry-run")
  private @Nullable String reason;

  @Override
  public Integer call() throws IOException {
    if (!dryRun && (reason == null || reason.isBlank() || reason.length() > REASON_MAX)) {
      throw new ParameterException(
          spec.commandLine(),
          "say why, in at most %d characters: --reason \"...\"".formatted(REASON_MAX));
    }
    PrintWriter out = spec.commandLine().getOut();
    DirectoryAccess hub = RunningHub.on(data.folder()).directory();
    LocalDate today = Term.dayOf(hub.now());
    DirectoryAccess.Newest newest = hub.newest();
    Optional<DirectoryCommand.Checked> wanted =
        DirectoryTableFiles.are(file)
            ? DirectoryTableFiles.sound(file, newest.directory(), today, out)
            : DirectoryCommand.sound(file, today, out);
    ExitCode code =
        wanted.isEmpty() ? ExitCode.FAILED : take(hub, newest, wanted.get(), today, out);
    out.flush();
    return code.code();
  }

  private ExitCode take(
      DirectoryAccess hub,
      DirectoryAccess.Newest newest,
      DirectoryCommand.Checked wanted,
      LocalDate today,
      PrintWriter out)
      throws IOException {
    DirectoryDifference difference =
        DirectoryDifference.between(newest.directory(), wanted.directory(), today);
    if (difference.none()) {
      out.println("The hub has this directory already. Nothing was written.");
      return ExitCode.DONE;
    }
    difference.changes().forEach(line -> out.println("  " + line));
    difference.gaps().forEach(line -> out.println("  note: " + line));
    long moving = hub.openAlertsOf(difference.lost());
    out.printf("%d open %s would be routed again%n", moving, moving == 1 ? "alert" : "alerts");
    List<String> refusals = difference.refusals();
    refusals.forEach(line -> out.println("  refused: " + line));
    if (!refusals.isEmpty()) {
      return ExitCode.FAILED;
    }
    if (dryRun) {
      out.println("Nothing was written.");
      return ExitCode.DONE;
    }
    if (!yes && !agreed(out)) {
      out.println("Nothing was written.");
      return ExitCode.FAILED;
    }
    String actor = "account:" + System.getProperty("user.name", "unknown");
    if (!hub.add(newest.number(), wanted.text(), actor, String.valueOf(reason))) {
      out.println(
          "Somebody changed the directory meanwhile. Nothing was written: import it again.");
      return ExitCode.FAILED;
    }
    if (!hub.awaitTaken(newest.number() + 1)) {
      out.println(
          "It is written. The console does not answer; it takes the directory over when it runs.");
      return ExitCode.FAILED;
    }
    out.printf("Version %d of the directory holds.%n", newest.number() + 1);
    return ExitCode.DONE;
  }

  private static boolean agreed(PrintWriter out) throws IOException {
    out.print("Change it so? Type yes: ");
    out.flush();
    String answer =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
    return answer != null && answer.strip().equals("yes");
  }
}
